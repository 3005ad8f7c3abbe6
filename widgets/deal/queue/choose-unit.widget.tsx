/** The called ticket chooses one of the free units of its batch. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { allPages, literal } from '#widgets/shared/api/graphql.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FREE_UNIT_FIELDS, type FreeUnit, unitChoice } from '#widgets/shared/reservation/read-free-units.ts';
import { onlyWhen, readTicketSubject, type TicketSubject, ticketFacts } from './ticket-subject.ts';

type Subject = { ticket: TicketSubject; units: FreeUnit[] };

async function load(id: string): Promise<Subject | null> {
  const ticket = await readTicketSubject(id);
  if (ticket === null) return null;
  const batch = literal(ticket.releaseBatch?.id ?? '');
  const units = await allPages<FreeUnit>({
    root: 'keyturnUnits',
    fields: FREE_UNIT_FIELDS,
    filter: `{ releaseBatchId: { eq: ${batch} }, state: { eq: AVAILABLE } }`,
    orderBy: '[{ name: AscNullsLast }]',
  });
  return { ticket, units };
}

const SPEC = fieldForm<'deal/choose-unit', Subject, 'unitId'>({
  command: 'deal/choose-unit',
  load,
  facts: ({ ticket }, words) => ticketFacts(ticket, words),
  blocked: ({ ticket, units }, words) => {
    const none = units.length === 0 ? words.t('No unit of this batch is free.') : null;
    return onlyWhen('CALLED')(ticket, words) ?? none;
  },
  start: () => ({ unitId: '' }),
  fields: {
    unitId: {
      kind: 'CHOICE',
      label: msg('Unit'),
      missing: msg('Choose a unit.'),
      choices: ({ units }, t) => [
        ['', t('Choose a unit.')],
        ...units.map((unit): [string, string] => [unit.id, unitChoice(unit, 'en')]),
      ],
    },
  },
  input: ({ unitId }, { ticket }) => ({ ticketId: ticket.id, unitId }),
  submit: ({ t }) => t('Choose unit'),
  busy: ({ t }) => t('Choosing…'),
  done: ({ t }) => t('The unit is chosen. Make the reservation within the hour.'),
});

function ChooseUnit() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.chooseUnit'),
  name: 'choose-unit',
  description: 'The called ticket chooses one of the free units of its batch.',
  component: ChooseUnit,
});
