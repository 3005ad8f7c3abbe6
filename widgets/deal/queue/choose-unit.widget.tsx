/** The called ticket chooses one of the free units of its batch. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { readTicketSubject, type TicketSubject, ticketFacts } from './ticket-subject.ts';

type Unit = { id: string; name: string | null };
type Subject = { ticket: TicketSubject; units: Unit[] };

async function load(id: string): Promise<Subject | null> {
  const ticket = await readTicketSubject(id);
  if (ticket === null) return null;
  const batch = literal(ticket.releaseBatch?.id ?? '');
  const units = listField({
    root: 'keyturnUnits',
    fields: 'id name',
    filter: `{ releaseBatchId: { eq: ${batch} }, state: { eq: AVAILABLE } }`,
    orderBy: '[{ name: AscNullsLast }]',
  });
  const data = await query<{ keyturnUnits: Connection<Unit> }>(`query { ${units} }`);
  return { ticket, units: nodes(data.keyturnUnits) };
}

const SPEC = fieldForm<'deal/choose-unit', Subject, 'unitId'>({
  command: 'deal/choose-unit',
  load,
  facts: ({ ticket }, words) => ticketFacts(ticket, words),
  blocked: ({ units }, { t }) => (units.length === 0 ? t('No unit of this batch is free.') : null),
  start: () => ({ unitId: '' }),
  fields: {
    unitId: {
      kind: 'CHOICE',
      label: msg('Unit'),
      choices: ({ units }) => [
        ['', '–'],
        ...units.map(({ id, name }) => [id, name ?? '–'] as [string, string]),
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
