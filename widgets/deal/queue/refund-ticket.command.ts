import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('refundTicket', {
    label: 'Refund queue ticket',
    shortLabel: 'Refund',
    icon: 'IconReceiptRefund',
    object: 'queueTicket',
    widget: 'refundTicket',
    available: whenOneIs(TICKET_TRANSITIONS, ['ACTIVE', 'MISSED', 'CANCELLED']),
  }),
);
