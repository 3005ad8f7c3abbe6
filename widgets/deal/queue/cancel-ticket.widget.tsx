/** Cancels the selected ticket. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { onlyWhen, readTicketSubject, ticketFacts } from '#widgets/deal/queue/ticket-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
  command: 'deal/cancel-ticket',
  load: readTicketSubject,
  facts: ticketFacts,
  blocked: onlyWhen('DRAFT', 'ACTIVE', 'CALLED', 'SELECTED', 'MISSED'),
  explains: (_ticket, { t }) => t('It leaves the queue. Earnest money that was paid is refunded afterwards.'),
  start: () => ({ reason: '' }),
  fields: {
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
  },
  input: ({ reason }, ticket) => ({ ticketId: ticket.id, reason }),
  submit: ({ t }) => t('Cancel queue ticket'),
  busy: ({ t }) => t('Cancelling…'),
  done: ({ t }) => t('The ticket is cancelled.'),
  isDangerous: true,
});

function CancelTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.cancelTicket'),
  name: 'cancel-ticket',
  description: 'Cancels a queue ticket; earnest money that was paid is to be refunded.',
  component: CancelTicket,
});
