import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenStateIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('releaseUnits', {
    label: 'Release for sale',
    shortLabel: 'Release',
    icon: 'IconDoorEnter',
    object: 'unit',
    widget: 'releaseUnits',
    available: whenStateIs(UNIT_TRANSITIONS, ['PLANNED', 'CONTROLLED']),
    isPinned: true,
  }),
);
