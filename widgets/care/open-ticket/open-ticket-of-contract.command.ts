import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openTicketOfContract', {
    label: 'Open service ticket',
    shortLabel: 'Ticket',
    icon: 'IconHeadset',
    object: 'contract',
    widget: 'openTicket',
    available: WHEN_ONE,
  }),
);
