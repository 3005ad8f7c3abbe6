/** What a contract change would come to, asked of the server before anybody is asked to approve it. */
import { useEffect } from 'react';
import { PlannedLines } from '#widgets/ledger/payment-plan/planned-lines.tsx';
import type { ContractChangeAsked } from '#widgets/shared/api/ledger-commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import { amountOrDash, someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountOfDecimal } from '#widgets/shared/format/amount.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { CHANGE_KINDS } from './change-kinds.ts';

type ChangePreviewProps = {
  /** Null while not everything is entered that the change needs. */
  asked: ContractChangeAsked | null;
  words: Words;
  /** Asked without being pressed for: who approves has to see what comes of it. */
  isAtOnce?: boolean;
};

export function ChangePreview({ asked, words, isAtOnce = false }: ChangePreviewProps) {
  const { t, locale } = words;
  const { submit, isBusy, answer } = useCommand('ledger/preview-contract-change', locale);
  useEffect(() => {
    if (isAtOnce && asked !== null) void submit(asked);
  }, [isAtOnce, asked, submit]);
  if (asked === null) return null;
  return (
    <div className="kt-panel">
      <Button size="small" onPress={() => void submit(asked)} isDisabled={isBusy}>
        {isBusy ? t('Working it out…') : t('Preview the change')}
      </Button>
      {answer !== null && answer.kind !== 'DONE' && <AnswerNotice answer={answer} done="" words={words} />}
      {answer?.kind === 'DONE' && <Foretold result={answer.result} words={words} />}
    </div>
  );
}

/** Reads the answer of ledger/preview-contract-change. */
export function Foretold({ result, words }: { result: Result; words: Words }) {
  const { t, locale } = words;
  const money = (name: string) => amountOfDecimal(String(result[name] ?? ''), String(result.currency ?? ''));
  const all = (name: string) => amountOrDash(money(name), locale);
  const some = (name: string) => someAmount(money(name), locale);
  return (
    <>
      <Facts
        facts={[
          [t('Contract change'), nameIn(CHANGE_KINDS, String(result.kind), t)],
          [t('Before'), String(result.before ?? '')],
          [t('After'), String(result.after ?? '')],
          [t('Price before'), all('priceBefore')],
          [t('Price after'), all('priceAfter')],
          [t('Paid, stays as it is'), some('paid')],
          [t('To be planned anew'), some('remaining')],
          [t('Amount kept'), some('retained')],
          [t('Compensation to the buyer'), some('compensation')],
          [t('Fee'), some('fee')],
          [t('The buyer’s balance afterwards'), some('balance')],
          [t('To be refunded'), some('toRefund')],
        ]}
      />
      <PlannedLines result={result} words={words} />
      <p className="kt-hint">{t('By today’s figures. It is worked out again when it is approved.')}</p>
    </>
  );
}
