import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('handOver', {
    label: 'Hand over keys',
    shortLabel: 'Hand over',
    icon: 'IconKey',
    object: 'contract',
    widget: 'handOver',
    available: whenOneMayBecome(CONTRACT_TRANSITIONS, 'COMPLETED'),
  }),
);
