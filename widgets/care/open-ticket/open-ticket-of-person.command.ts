import { defineCommandMenuItem } from 'twenty-sdk/define';
import { standardRecordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  standardRecordCommand('openTicketOfPerson', {
    label: 'Open service ticket',
    shortLabel: 'Ticket',
    icon: 'IconHeadset',
    object: 'person',
    widget: 'openTicket',
    available: WHEN_ONE,
  }),
);
