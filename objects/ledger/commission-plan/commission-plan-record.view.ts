import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('commissionPlan', {
    Plan: ['name', 'project', 'isActive'],
    Rule: ['mode', 'poolPercent'],
  }),
);
