import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('requeueTicket', {
    label: 'Put ticket back into queue',
    shortLabel: 'Requeue',
    icon: 'IconRotateClockwise',
    object: 'queueTicket',
    widget: 'requeueTicket',
    available: whenOneIs(TICKET_TRANSITIONS, ['MISSED']),
  }),
);
