import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('withdrawUnit', {
    label: 'Withdraw from sale',
    shortLabel: 'Withdraw',
    icon: 'IconLockQuestion',
    object: 'unit',
    widget: 'withdrawUnit',
    available: whenOneIs(UNIT_TRANSITIONS, ['PLANNED', 'AVAILABLE']),
    isPinned: true,
  }),
);
