import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('commissionPlan', {
    name: 'All commission plans',
    icon: 'IconPercentage',
    columns: ['name', 'project', 'mode', 'poolPercent', 'isActive'],
  }),
);
