import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openTicketOfUnit', {
    label: 'Open service ticket',
    shortLabel: 'Ticket',
    icon: 'IconHeadset',
    object: 'unit',
    widget: 'openTicket',
    available: WHEN_ONE,
  }),
);
