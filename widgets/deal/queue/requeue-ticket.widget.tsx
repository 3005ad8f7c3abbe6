/** Puts the selected ticket back into the queue, at its end. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { onlyWhen, readTicketSubject, ticketFacts } from '#widgets/deal/queue/ticket-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';

const SPEC = fieldForm({
  command: 'deal/requeue-ticket',
  load: readTicketSubject,
  facts: ticketFacts,
  blocked: onlyWhen('MISSED'),
  explains: (_ticket, { t }) => t('It waits again behind everybody else, if the batch allows it.'),
  start: () => ({}),
  fields: {},
  input: (_values, ticket) => ({ ticketId: ticket.id }),
  submit: ({ t }) => t('Put ticket back into queue'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The ticket waits again, at the end of the queue.'),
});

function RequeueTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.requeueTicket'),
  name: 'requeue-ticket',
  description: 'Puts a missed ticket back into the queue, at its end.',
  component: RequeueTicket,
});
