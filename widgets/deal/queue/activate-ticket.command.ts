import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('activateTicket', {
    label: 'Activate queue ticket',
    shortLabel: 'Activate',
    icon: 'IconPlayerPlay',
    object: 'queueTicket',
    widget: 'activateTicket',
    available: whenOneIs(TICKET_TRANSITIONS, ['DRAFT']),
  }),
);
