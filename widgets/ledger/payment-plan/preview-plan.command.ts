import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('previewPlan', {
    label: 'Preview plan',
    shortLabel: 'Preview',
    icon: 'IconEye',
    object: 'paymentPlan',
    widget: 'previewPlan',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
