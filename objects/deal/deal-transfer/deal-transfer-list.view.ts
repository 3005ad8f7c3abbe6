import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('dealTransfer', {
    name: 'All deal transfers',
    icon: 'IconArrowsExchange',
    columns: ['name', 'state', 'leaver', 'receivers', 'passed', 'executedAt', 'rolledBackAt', 'reason'],
    sort: ['executedAt', 'DESC'],
  }),
);
