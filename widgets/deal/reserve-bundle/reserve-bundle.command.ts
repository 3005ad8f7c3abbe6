import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('reserveBundle', {
    label: 'Reserve bundle',
    shortLabel: 'Bundle',
    icon: 'IconBoxMultiple',
    object: 'unit',
    widget: 'reserveBundle',
    available: whenOneIs(UNIT_TRANSITIONS, ['AVAILABLE', 'HELD']),
  }),
);
