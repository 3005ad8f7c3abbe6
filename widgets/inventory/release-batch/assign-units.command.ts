import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RELEASE_BATCH_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('assignUnits', {
    label: 'Assign units',
    shortLabel: 'Assign',
    icon: 'IconStackPush',
    object: 'releaseBatch',
    widget: 'assignUnits',
    available: whenOneIs(RELEASE_BATCH_TRANSITIONS, ['DRAFT', 'OPEN']),
    isPinned: true,
  }),
);
