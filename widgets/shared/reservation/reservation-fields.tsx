/** The fields of a reservation, on the board and in the command menu alike. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { CheckField, ChoiceField, MomentField, TextField } from '#widgets/shared/parts/fields.tsx';
import { BuyerField } from '#widgets/shared/people/buyer-field.tsx';
import type { Person } from '#widgets/shared/people/read-people.ts';
import type { JointBuyer, ReservationDraft, WrongFields } from './reservation-draft.ts';

type ReservationFieldsProps = {
  draft: ReservationDraft;
  wrong: WrongFields;
  currency: string;
  words: Words;
  search: (typed: string) => Promise<Person[]>;
  /** Discounts that may be chosen, by id and name. */
  discounts?: readonly (readonly [id: string, name: string])[];
  onChange: (draft: ReservationDraft) => void;
};

export function ReservationFields({
  draft,
  wrong,
  currency,
  words,
  search,
  discounts = [],
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
      <JointBuyers draft={draft} wrong={wrong} words={words} search={search} onChange={onChange} />
      <ChoiceField
        label={t('Stage')}
        value={draft.stage ?? 'LARGE'}
        choices={[
          ['LARGE', t('Large deposit')],
          ['SMALL', t('Small deposit')],
        ]}
        onChange={(stage) => onChange({ ...draft, stage: stage === 'SMALL' ? 'SMALL' : 'LARGE' })}
      />
      {discounts.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own
        <div className="kt-field" role="group" aria-label={t('Discounts')}>
          <span className="kt-label">{t('Discounts')}</span>
          {discounts.map(([id, name]) => (
            <CheckField
              key={id}
              label={name}
              isChecked={draft.discounts?.includes(id) ?? false}
              onChange={(isChosen) => onChange({ ...draft, discounts: chosen(draft, id, isChosen) })}
            />
          ))}
        </div>
      )}
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
      {draft.price.trim() !== '' && (
        <CheckField
          label={t('Below the floor price: put it up for approval')}
          isChecked={draft.withApproval ?? false}
          onChange={(withApproval) => onChange({ ...draft, withApproval })}
        />
      )}
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

function chosen({ discounts = [] }: ReservationDraft, id: string, isChosen: boolean): string[] {
  const others = discounts.filter((one) => one !== id);
  return isChosen ? [...others, id] : others;
}

/** Who buys together with the buyer: a person and a share each. */
export function JointBuyers({
  draft,
  wrong,
  words,
  search,
  onChange,
}: Omit<ReservationFieldsProps, 'currency' | 'discounts'>) {
  const { t } = words;
  const joint = draft.joint ?? [];
  const change = (at: number, to: Partial<JointBuyer>) =>
    onChange({ ...draft, joint: joint.map((one, index) => (index === at ? { ...one, ...to } : one)) });
  return (
    <>
      {joint.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and keep their place
        <div key={index} className="kt-form-group">
          <BuyerField
            buyer={one.buyer}
            onChange={(buyer) => change(index, { buyer })}
            search={search}
            words={words}
            label={t('Joint buyer')}
          />
          <TextField
            label={t('Share (%)')}
            value={one.share}
            onChange={(share) => change(index, { share })}
            hint={t('The first buyer has the rest')}
            wrong={wrong.joint ?? null}
          />
        </div>
      ))}
      <div className="kt-form-actions">
        {joint.length > 0 && (
          <Button size="small" onPress={() => onChange({ ...draft, joint: joint.slice(0, -1) })}>
            {t('Remove joint buyer')}
          </Button>
        )}
        <Button
          size="small"
          onPress={() => onChange({ ...draft, joint: [...joint, { buyer: null, share: '' }] })}
        >
          {t('Add joint buyer')}
        </Button>
      </div>
    </>
  );
}
