import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('freezeUnit', {
    label: 'Freeze unit',
    shortLabel: 'Freeze',
    icon: 'IconSnowflake',
    object: 'unit',
    widget: 'freezeUnit',
    available: whenOneIs(UNIT_TRANSITIONS, [
      'PLANNED',
      'CONTROLLED',
      'AVAILABLE',
      'HELD',
      'SMALL_RESERVED',
      'LARGE_RESERVED',
      'CONTRACTED',
      'HANDED_OVER',
      'TITLED',
    ]),
  }),
);
