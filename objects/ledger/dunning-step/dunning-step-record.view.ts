import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('dunningStep', {
    Step: ['name', 'project', 'isActive'],
    When: ['daysPastDue', 'thresholdPercent', 'payWithinDays'],
    How: ['level', 'channel', 'letterEnglish', 'letterChinese'],
  }),
);
