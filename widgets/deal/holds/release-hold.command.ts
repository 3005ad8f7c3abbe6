import { defineCommandMenuItem } from 'twenty-sdk/define';
import { HOLD_TRANSITIONS } from '#domain/deal/hold-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('releaseHold', {
    label: 'Release hold',
    shortLabel: 'Release',
    icon: 'IconHandOff',
    object: 'unitHold',
    widget: 'releaseHold',
    available: whenOneIs(HOLD_TRANSITIONS, ['ACTIVE']),
  }),
);
