import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('unfreezeUnit', {
    label: 'Unfreeze unit',
    shortLabel: 'Unfreeze',
    icon: 'IconSnowflakeOff',
    object: 'unit',
    widget: 'unfreezeUnit',
    available: whenOneIs(UNIT_TRANSITIONS, ['FROZEN']),
  }),
);
