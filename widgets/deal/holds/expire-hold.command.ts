import { defineCommandMenuItem } from 'twenty-sdk/define';
import { HOLD_TRANSITIONS } from '#domain/deal/hold-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('expireHold', {
    label: 'Expire hold',
    shortLabel: 'Expire',
    icon: 'IconHourglassEmpty',
    object: 'unitHold',
    widget: 'expireHold',
    available: whenOneIs(HOLD_TRANSITIONS, ['ACTIVE']),
  }),
);
