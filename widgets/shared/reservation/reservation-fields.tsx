/** The fields of a reservation, on the board and in the command menu alike. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { MomentField, TextField } from '#widgets/shared/parts/fields.tsx';
import { BuyerField } from '#widgets/shared/people/buyer-field.tsx';
import type { Person } from '#widgets/shared/people/read-people.ts';
import type { ReservationDraft, WrongFields } from './reservation-draft.ts';

type ReservationFieldsProps = {
  draft: ReservationDraft;
  wrong: WrongFields;
  currency: string;
  words: Words;
  search: (typed: string) => Promise<Person[]>;
  onChange: (draft: ReservationDraft) => void;
};

export function ReservationFields({
  draft,
  wrong,
  currency,
  words,
  search,
  onChange,
}: ReservationFieldsProps) {
  const { t } = words;
  const unitOf = (label: string) => (currency === '' ? label : `${label} (${currency})`);
  return (
    <>
      <BuyerField
        buyer={draft.buyer}
        onChange={(buyer) => onChange({ ...draft, buyer })}
        search={search}
        words={words}
        wrong={wrong.buyer ?? null}
      />
      <div className="kt-form-row">
        <TextField
          label={unitOf(t('Deposit asked'))}
          value={draft.deposit}
          onChange={(deposit) => onChange({ ...draft, deposit })}
          hint={t('Empty: as the project asks')}
          wrong={wrong.deposit ?? null}
        />
        <TextField
          label={unitOf(t('Agreed price'))}
          value={draft.price}
          onChange={(price) => onChange({ ...draft, price })}
          hint={t('Empty: the list price')}
          wrong={wrong.price ?? null}
        />
      </div>
      <MomentField
        label={t('Valid until')}
        value={draft.validUntil}
        onChange={(validUntil) => onChange({ ...draft, validUntil })}
        hint={t('Empty: as long as the project allows')}
        wrong={wrong.validUntil ?? null}
      />
      <TextField
        label={t('Remark')}
        value={draft.remark}
        onChange={(remark) => onChange({ ...draft, remark })}
      />
    </>
  );
}
