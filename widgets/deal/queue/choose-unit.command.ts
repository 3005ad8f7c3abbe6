import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TICKET_TRANSITIONS } from '#domain/deal/ticket-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('chooseUnit', {
    label: 'Choose unit',
    shortLabel: 'Choose',
    icon: 'IconHomeCheck',
    object: 'queueTicket',
    widget: 'chooseUnit',
    available: whenOneIs(TICKET_TRANSITIONS, ['CALLED']),
  }),
);
