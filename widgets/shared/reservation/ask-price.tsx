/** Asks for the approval of a price right after its reservation is made: the second step of reserving. */
import { useState } from 'react';
import { type CommandRunner, useCommand } from '#widgets/shared/api/use-command.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';

export function waitsForApproval({ state }: Result): boolean {
  return state === 'PENDING_APPROVAL';
}

type AskPriceProps = { result: Result; words: Words; run?: CommandRunner };

/** `result` is the answer of deal/reserve-unit. */
export function AskPrice({ result, words, run }: AskPriceProps) {
  const { t, locale } = words;
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { submit, isBusy, answer } = useCommand('system/ask-approval', locale, run);
  const why = reason.trim();
  const ask = () => {
    setIsTried(true);
    if (why === '') return;
    const input = { reservationId: String(result.reservationId), price: String(result.price) };
    void submit({ command: 'confirm-reservation', input, reason: why });
  };
  const isAsked = answer?.kind === 'DONE';
  return (
    <div className="kt-form-group">
      {!isAsked && (
        <LongTextField
          label={t('Why should this price be approved?')}
          value={reason}
          wrong={isTried && why === '' ? t('Say why this price should be approved.') : null}
          hint={t('Somebody else decides. Until then nobody else can take the unit.')}
          onChange={setReason}
        />
      )}
      {answer !== null && <AnswerNotice answer={answer} done={APPROVAL_TEXTS.done(words)} words={words} />}
      {!isAsked && (
        <div className="kt-form-actions">
          <Button look="primary" onPress={ask} isDisabled={isBusy}>
            {isBusy ? APPROVAL_TEXTS.busy(words) : APPROVAL_TEXTS.submit(words)}
          </Button>
        </div>
      )}
    </div>
  );
}
