/** Reserves the selected unit. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { UnitState } from '#domain/inventory/unit-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, numberText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { searchPeople } from '#widgets/shared/people/read-people.ts';
import { AskPrice, waitsForApproval } from '#widgets/shared/reservation/ask-price.tsx';
import { type Discount, discountChoices, readDiscounts } from '#widgets/shared/reservation/read-discounts.ts';
import {
  EMPTY_RESERVATION,
  type ReservationDraft,
  readReservation,
} from '#widgets/shared/reservation/reservation-draft.ts';
import { ReservationFields } from '#widgets/shared/reservation/reservation-fields.tsx';
import { StateTag } from '#widgets/shared/unit-state/state-tag.tsx';

type Unit = {
  id: string;
  name: string | null;
  state: UnitState | null;
  listPrice: StoredAmount;
  areaSquareMetres: number | null;
  holder: string | null;
  heldUntil: string | null;
  projectId: string | null;
};

type Subject = { unit: Unit; discounts: Discount[] };

const FIELDS = `id name state listPrice ${MONEY} areaSquareMetres holder heldUntil projectId`;

const SPEC: CommandFormSpec<'deal/reserve-unit', Subject, ReservationDraft> = {
  command: 'deal/reserve-unit',
  load: async (id) => {
    const unit = await readOne<Unit>('keyturnUnits', FIELDS, id);
    return unit && { unit, discounts: await readDiscounts(unit.projectId) };
  },
  start: () => EMPTY_RESERVATION,
  facts: ({ unit }, words) => {
    const { t, locale } = words;
    const price = amountOf(unit.listPrice);
    return [
      [t('Unit'), unit.name],
      [t('State'), <StateTag key="state" state={unit.state} words={words} />],
      [t('List price'), price && amountText(price, locale)],
      [t('Area'), unit.areaSquareMetres && `${numberText(unit.areaSquareMetres, locale)} m²`],
      [t('Held by'), unit.holder],
      [t('Held until'), unit.heldUntil && dateTimeText(unit.heldUntil, locale)],
    ];
  },
  Fields: ({ subject, draft, wrong, words, onChange }) => (
    <ReservationFields
      draft={draft}
      wrong={wrong}
      currency={amountOf(subject.unit.listPrice)?.currency ?? ''}
      discounts={discountChoices(subject.discounts, words)}
      words={words}
      search={searchPeople}
      onChange={onChange}
    />
  ),
  read: (draft, { unit }, words) => {
    const { input, wrong } = readReservation(draft, words);
    return { input: input && { unitId: unit.id, ...input }, wrong };
  },
  staysOpen: waitsForApproval,
  Outcome: ({ result, words }) =>
    waitsForApproval(result) ? <AskPrice result={result} words={words} /> : null,
  submit: ({ t }) => t('Reserve unit'),
  busy: ({ t }) => t('Reserving…'),
  done: ({ t }, { state }) =>
    state === 'PENDING_APPROVAL'
      ? t('The unit is reserved, but its price needs approval. Ask for it now.')
      : t('The unit is reserved.'),
};

function ReserveUnit() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.reserveUnit'),
  name: 'reserve-unit',
  description: 'Reserves a unit for a buyer, for a deposit and until a time.',
  component: ReserveUnit,
});
