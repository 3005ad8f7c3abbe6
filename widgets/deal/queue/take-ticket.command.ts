import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RELEASE_BATCH_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('takeTicket', {
    label: 'Take queue ticket',
    shortLabel: 'Take ticket',
    icon: 'IconTicket',
    object: 'releaseBatch',
    widget: 'takeTicket',
    available: whenOneIs(RELEASE_BATCH_TRANSITIONS, ['DRAFT', 'OPEN']),
  }),
);
