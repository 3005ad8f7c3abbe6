import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('missTicket', {
    label: 'Miss queue ticket',
    shortLabel: 'Missed',
    icon: 'IconHourglassEmpty',
    object: 'queueTicket',
    widget: 'missTicket',
    available: whenOneIs(TICKET_TRANSITIONS, ['CALLED', 'SELECTED']),
  }),
);
