/** What stays of a contract and what the chosen plan makes of the rest, before anybody is asked. */
import { ChangePreview } from '#widgets/ledger/contract-change/change-preview.tsx';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountText, readDecimal } from '#widgets/shared/format/amount.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { type ReplanSubject, restOf } from './replan-subject.ts';

export type ReplanKey = 'planId' | 'newPrice' | 'effectiveOn' | 'reason';

export function PlanPreview({ subject, draft, words }: FieldsProps<ReplanSubject, Values<ReplanKey>>) {
  const { t, locale } = words;
  const rest = restOf(subject, draft.newPrice);
  const newPrice = readDecimal(draft.newPrice);
  if (rest === null || newPrice === null) return null;
  const { paid, remaining, excess } = rest;
  const { planId, effectiveOn, reason } = draft;
  const input = { contractId: subject.contract.id, planId, newPrice, effectiveOn, reason: reason || '–' };
  const canAsk = planId !== '' && effectiveOn !== '';
  return (
    <>
      <div className="kt-panel">
        <Facts
          facts={[
            [t('Paid, stays as it is'), amountText(paid, locale)],
            [t('To be planned anew'), amountText(remaining, locale)],
            [t('Paid too much, the buyer’s balance'), someAmount(excess, locale)],
          ]}
        />
      </div>
      <ChangePreview asked={canAsk ? { command: 'replan-contract', input } : null} words={words} />
    </>
  );
}
