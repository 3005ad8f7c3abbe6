/** Gives the selected reservation another unit. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  onlyActive,
  type ReservationSubject,
  readReservationSubject,
  reservationFacts,
} from '#widgets/deal/reservation-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import {
  type FreeUnit,
  freeUnitChoices,
  readFreeUnits,
} from '#widgets/shared/reservation/read-free-units.ts';

type Subject = { reservation: ReservationSubject; units: FreeUnit[] };

async function load(id: string): Promise<Subject | null> {
  const reservation = await readReservationSubject(id);
  if (reservation === null) return null;
  return { reservation, units: await readFreeUnits(reservation.unit?.projectId ?? null) };
}

const SPEC = fieldForm<'deal/swap-reservation-unit', Subject, 'unitId' | 'reason'>({
  command: 'deal/swap-reservation-unit',
  load,
  facts: ({ reservation }, words) => reservationFacts(reservation, words),
  blocked: ({ reservation, units }, words) => {
    const none = units.length > 0 ? null : words.t('No other unit of the project is for sale.');
    return onlyActive(reservation, words) ?? none;
  },
  start: () => ({ unitId: '', reason: '' }),
  fields: {
    unitId: {
      kind: 'CHOICE',
      label: msg('New unit'),
      hint: msg('At its list price; discounts of the old unit end.'),
      missing: msg('Choose a unit.'),
      choices: ({ units }, t) => [['', t('Choose a unit.')], ...freeUnitChoices(units)],
    },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why.') },
  },
  input: ({ unitId, reason }, { reservation }) => ({ reservationId: reservation.id, unitId, reason }),
  submit: ({ t }) => t('Swap unit'),
  busy: ({ t }) => t('Swapping…'),
  done: ({ t }) => t('The reservation has the new unit; the old one is free.'),
});

function SwapReservationUnit() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.swapReservationUnit'),
  name: 'swap-reservation-unit',
  description: 'Gives a reservation another unit, at its price, and frees the old one.',
  component: SwapReservationUnit,
});
