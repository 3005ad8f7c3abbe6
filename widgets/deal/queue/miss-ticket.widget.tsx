/** Marks the selected ticket as missed when its time is over. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { onlyWhen, readTicketSubject, ticketFacts } from '#widgets/deal/queue/ticket-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';

const SPEC = fieldForm({
  command: 'deal/miss-ticket',
  load: readTicketSubject,
  facts: ticketFacts,
  blocked: onlyWhen('CALLED', 'SELECTED'),
  explains: (_ticket, { t }) =>
    t('The time to choose is over: what it chose is free, and the next may be called.'),
  start: () => ({}),
  fields: {},
  input: (_values, ticket) => ({ ticketId: ticket.id }),
  submit: ({ t }) => t('Miss queue ticket'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The ticket has missed its turn.'),
});

function MissTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.missTicket'),
  name: 'miss-ticket',
  description: 'Marks a called ticket as missed when its time is over; what it had chosen is free.',
  component: MissTicket,
});
