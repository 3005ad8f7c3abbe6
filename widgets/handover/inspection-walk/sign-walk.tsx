/** The end of a walk: who signs for the buyer, once every item is answered. */
import { useState } from 'react';
import type { CheckCounts } from '#domain/handover/inspections.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { TextField } from '#widgets/shared/parts/fields.tsx';
import { Section } from '#widgets/shared/record/record-parts.tsx';

type SignWalkProps = {
  inspectionId: string;
  counts: CheckCounts;
  words: Words;
  save: () => Promise<boolean>;
  onDone: () => Promise<void>;
};

export function SignWalk({ inspectionId, counts, words, save, onDone }: SignWalkProps) {
  const { t, locale } = words;
  const [signedBy, setSignedBy] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { submit, isBusy, answer } = useCommand('handover/sign-inspection', locale);
  const sign = async () => {
    const name = signedBy.trim();
    setWrong(name === '' ? t('Say who signs.') : null);
    if (name === '' || !(await save())) return;
    const given = await submit({ inspectionId, signedBy: name });
    if (given.kind === 'DONE') await onDone();
  };
  return (
    <Section title={t('Signature')}>
      {counts.open > 0 ? (
        <p className="kt-hint">
          {t('Still to be looked at before it can be signed: {count}', { count: counts.open })}
        </p>
      ) : (
        <>
          <TextField
            label={t('Who signs for the buyer')}
            value={signedBy}
            onChange={setSignedBy}
            wrong={wrong}
          />
          <div className="kt-walk-wide">
            <Button look="primary" isDisabled={isBusy} onPress={() => void sign()}>
              {isBusy ? t('Saving…') : t('Sign inspection')}
            </Button>
          </div>
        </>
      )}
      {answer !== null && (
        <AnswerNotice answer={answer} done={t('The inspection is signed.')} words={words} />
      )}
    </Section>
  );
}
