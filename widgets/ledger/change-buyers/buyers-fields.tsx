/** The buyers with their shares: the first one stands first in the contract. */
import { ChangePreview } from '#widgets/ledger/contract-change/change-preview.tsx';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { DateField, LongTextField, TextField } from '#widgets/shared/parts/fields.tsx';
import { BuyerField } from '#widgets/shared/people/buyer-field.tsx';
import { searchPeople } from '#widgets/shared/people/read-people.ts';
import { type BuyersDraft, feeOf, type PartyDraft, partiesOf, problemOf } from './buyers-draft.ts';
import type { ChangeBuyersSubject } from './change-buyers-subject.ts';

type Props = FieldsProps<ChangeBuyersSubject, BuyersDraft>;

export function BuyersFields({ subject, draft, wrong, words, onChange }: Props) {
  const { t } = words;
  const { parties, fee, effectiveOn, reason } = draft;
  const change = (key: number, to: Partial<PartyDraft>) =>
    onChange({ parties: parties.map((one) => (one.key === key ? { ...one, ...to } : one)) });
  const remove = (key: number) => onChange({ parties: parties.filter((one) => one.key !== key) });
  const nextKey = parties.reduce((most, { key }) => Math.max(most, key), 0) + 1;
  const money = feeOf(fee);
  const canAsk = problemOf(draft, words) === null && effectiveOn !== '' && money !== null;
  const asked = { parties: partiesOf(draft), effectiveOn, reason: reason || '–' };
  const input = { contractId: subject.contract.id, ...asked, ...(money ? { fee: money } : {}) };
  return (
    <>
      {parties.map(({ key, who, share }) => (
        <div key={key} className="kt-form-row">
          <BuyerField
            buyer={who}
            onChange={(buyer) => change(key, { who: buyer })}
            search={searchPeople}
            words={words}
          />
          <TextField
            label={t('Share (%)')}
            value={share}
            onChange={(value) => change(key, { share: value })}
          />
          {parties.length > 1 && (
            <Button look="plain" size="small" onPress={() => remove(key)}>
              {t('Remove')}
            </Button>
          )}
        </div>
      ))}
      {wrong.parties && (
        <span className="kt-wrong" role="alert">
          {wrong.parties}
        </span>
      )}
      <Button
        size="small"
        onPress={() => onChange({ parties: [...parties, { key: nextKey, who: null, share: '' }] })}
      >
        {t('Add a buyer')}
      </Button>
      <div className="kt-form-row">
        <TextField
          label={t('Fee')}
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
