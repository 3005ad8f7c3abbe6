import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('cancelTicket', {
    label: 'Cancel queue ticket',
    shortLabel: 'Cancel',
    icon: 'IconTicketOff',
    object: 'queueTicket',
    widget: 'cancelTicket',
    available: whenOneIs(TICKET_TRANSITIONS, ['DRAFT', 'ACTIVE', 'CALLED', 'SELECTED', 'MISSED']),
  }),
);
