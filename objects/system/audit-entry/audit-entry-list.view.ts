import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('auditEntry', {
    name: 'All audit entries',
    icon: 'IconHistory',
    columns: ['name', 'command', 'outcome', 'actorName', 'startedAt', 'finishedAt', 'reason'],
    sort: ['startedAt', 'DESC'],
  }),
);
