import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('recordEarnest', {
    label: 'Record earnest money',
    shortLabel: 'Take money',
    icon: 'IconReceipt2',
    object: 'queueTicket',
    widget: 'recordReceipt',
    available: whenOneIs(TICKET_TRANSITIONS, ['DRAFT', 'ACTIVE', 'CALLED', 'MISSED']),
  }),
);
