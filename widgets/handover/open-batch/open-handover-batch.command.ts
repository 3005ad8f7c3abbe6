import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openHandoverBatch', {
    label: 'Open handover batch',
    shortLabel: 'Open handover',
    icon: 'IconCalendarTime',
    object: 'building',
    widget: 'openHandoverBatch',
    available: WHEN_ONE,
  }),
);
