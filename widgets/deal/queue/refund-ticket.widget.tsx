/** Asks somebody else to agree to pay the earnest money of the selected ticket back. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { ReceiptMethod } from '#domain/ledger/ledger-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { onlyWhen, readTicketSubject, ticketFacts } from '#widgets/deal/queue/ticket-subject.ts';
import { METHODS, REFUND_METHODS } from '#widgets/ledger/methods.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { amountOf } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

const isRefundable = onlyWhen('ACTIVE', 'CALLED', 'SELECTED', 'MISSED', 'CANCELLED');

const SPEC = fieldForm({
  command: 'system/ask-approval',
  load: readTicketSubject,
  facts: ticketFacts,
  blocked: (ticket, words) => {
    const paid = amountOf(ticket.earnestPaid)?.micros ?? 0n;
    const nothing = paid > 0n ? null : words.t('No earnest money was paid, so there is nothing to refund.');
    return isRefundable(ticket, words) ?? nothing;
  },
  explains: (_ticket, { t }) => t('All earnest money goes back to the buyer once somebody else approves it.'),
  start: () => ({ method: 'TRANSFER', refundedOn: today(), reason: '' }),
  fields: {
    method: {
      kind: 'CHOICE',
      label: msg('Method'),
      isShort: true,
      choices: (_ticket, t) => choicesOf(METHODS, t, REFUND_METHODS),
    },
    refundedOn: { kind: 'DATE', label: msg('Refunded on') },
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
  },
  input: ({ method, refundedOn, reason }, ticket) => ({
    command: 'refund-ticket',
    input: { ticketId: ticket.id, method: method as ReceiptMethod, refundedOn, reason },
    reason,
  }),
  ...APPROVAL_TEXTS,
});

function RefundTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.refundTicket'),
  name: 'refund-ticket',
  description: 'Asks for the approval of paying earnest money back in full.',
  component: RefundTicket,
});
