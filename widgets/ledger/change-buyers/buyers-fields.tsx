/** The buyers with their shares: the first one stands first in the contract. */
import { ChangePreview } from '#widgets/ledger/contract-change/change-preview.tsx';
import { contractCurrency } from '#widgets/ledger/contract-subject.ts';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { DateField, LongTextField, TextField } from '#widgets/shared/parts/fields.tsx';
import { partiesOf, partiesProblem } from '#widgets/shared/people/parties.ts';
import { PartyRows } from '#widgets/shared/people/party-rows.tsx';
import { type BuyersDraft, feeOf } from './buyers-draft.ts';
import type { ChangeBuyersSubject } from './change-buyers-subject.ts';

type Props = FieldsProps<ChangeBuyersSubject, BuyersDraft>;

export function BuyersFields({ subject, draft, wrong, words, onChange }: Props) {
  const { t } = words;
  const { parties, fee, effectiveOn, reason } = draft;
  const currency = contractCurrency(subject.contract);
  const money = feeOf(fee);
  const canAsk = partiesProblem(parties, words) === null && effectiveOn !== '' && money !== null;
  const asked = { parties: partiesOf(parties), effectiveOn, reason: reason || '–' };
  const input = { contractId: subject.contract.id, ...asked, ...(money ? { fee: money } : {}) };
  return (
    <>
      <PartyRows
        parties={parties}
        wrong={wrong.parties}
        words={words}
        onChange={(changed) => onChange({ parties: changed })}
      />
      <div className="kt-form-row">
        <TextField
          label={currency === '' ? t('Fee') : `${t('Fee')} (${currency})`}
          value={fee}
          wrong={wrong.fee ?? null}
          onChange={(value) => onChange({ fee: value })}
        />
        <DateField
          label={t('Counts from')}
          value={effectiveOn}
          wrong={wrong.effectiveOn ?? null}
          onChange={(value) => onChange({ effectiveOn: value })}
        />
      </div>
      <LongTextField
        label={t('Reason')}
        value={reason}
        wrong={wrong.reason ?? null}
        onChange={(value) => onChange({ reason: value })}
      />
      <ChangePreview asked={canAsk ? { command: 'change-contract-buyers', input } : null} words={words} />
    </>
  );
}
