import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenSeveralAre } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('withdrawUnits', {
    label: 'Withdraw from sale',
    shortLabel: 'Withdraw',
    icon: 'IconLock',
    object: 'unit',
    widget: 'withdrawUnits',
    available: whenSeveralAre(UNIT_TRANSITIONS, ['PLANNED', 'AVAILABLE']),
    isPinned: true,
  }),
);
