import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('holdUnit', {
    label: 'Hold unit',
    shortLabel: 'Hold',
    icon: 'IconHandStop',
    object: 'unit',
    widget: 'holdUnit',
    available: whenOneIs(UNIT_TRANSITIONS, ['AVAILABLE', 'HELD']),
  }),
);
