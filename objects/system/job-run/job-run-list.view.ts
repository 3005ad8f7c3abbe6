import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('jobRun', {
    name: 'All job runs',
    icon: 'IconRun',
    columns: ['name', 'startedAt', 'finishedAt', 'done', 'refused', 'failed', 'summary'],
    sort: ['startedAt', 'DESC'],
  }),
);
