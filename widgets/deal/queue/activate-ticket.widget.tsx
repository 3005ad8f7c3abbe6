/** Lets the selected ticket wait in the queue. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { onlyWhen, readTicketSubject, ticketFacts } from '#widgets/deal/queue/ticket-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';

const SPEC = fieldForm({
  command: 'deal/activate-ticket',
  load: readTicketSubject,
  facts: ticketFacts,
  blocked: onlyWhen('DRAFT'),
  explains: (_ticket, { t }) => t('It waits in the queue once its earnest money is there.'),
  start: () => ({}),
  fields: {},
  input: (_values, ticket) => ({ ticketId: ticket.id }),
  submit: ({ t }) => t('Activate queue ticket'),
  busy: ({ t }) => t('Activating…'),
  done: ({ t }) => t('The ticket waits in the queue.'),
});

function ActivateTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.activateTicket'),
  name: 'activate-ticket',
  description: 'Lets a ticket wait in the queue once its earnest money is there.',
  component: ActivateTicket,
});
