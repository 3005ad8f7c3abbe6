/** What stays of a contract and what the chosen plan makes of the rest, before anybody is asked. */
import { PlannedLines } from '#widgets/ledger/payment-plan/planned-lines.tsx';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountText, decimalText } from '#widgets/shared/format/amount.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { type ReplanSubject, restOf } from './replan-subject.ts';

export type ReplanKey = 'planId' | 'newPrice' | 'effectiveOn' | 'reason';

export function PlanPreview({ subject, draft, words }: FieldsProps<ReplanSubject, Values<ReplanKey>>) {
  const { t, locale } = words;
  const { submit, isBusy, answer } = useCommand('ledger/preview-plan', locale);
  const rest = restOf(subject, draft.newPrice);
  if (rest === null) return null;
  const { paid, remaining, excess } = rest;
  const input = {
    planId: draft.planId,
    price: decimalText(remaining.micros),
    currency: remaining.currency,
    signedOn: draft.effectiveOn,
    buildingId: subject.contract.unit?.buildingId ?? undefined,
  };
  const canAsk = remaining.micros > 0n && draft.planId !== '' && draft.effectiveOn !== '';
  return (
    <div className="kt-panel">
      <Facts
        facts={[
          [t('Paid, stays as it is'), amountText(paid, locale)],
          [t('To be planned anew'), amountText(remaining, locale)],
          [t('Paid too much, the buyer’s balance'), someAmount(excess, locale)],
        ]}
      />
      {canAsk && (
        <Button size="small" onPress={() => void submit(input)} isDisabled={isBusy}>
          {isBusy ? t('Working it out…') : t('Preview the new installments')}
        </Button>
      )}
      {answer !== null && answer.kind !== 'DONE' && <AnswerNotice answer={answer} done="" words={words} />}
      {answer?.kind === 'DONE' && <PlannedLines result={answer.result} words={words} />}
    </div>
  );
}
