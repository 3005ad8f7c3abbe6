import { defineCommandMenuItem } from 'twenty-sdk/define';
import { HOLD_TRANSITIONS } from '#domain/deal/hold-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('extendHold', {
    label: 'Extend hold',
    shortLabel: 'Extend',
    icon: 'IconClockPlus',
    object: 'unitHold',
    widget: 'extendHold',
    available: whenOneIs(HOLD_TRANSITIONS, ['ACTIVE']),
  }),
);
