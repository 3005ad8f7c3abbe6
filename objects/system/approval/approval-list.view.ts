import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('approval', {
    name: 'All approvals',
    icon: 'IconUserCheck',
    columns: ['name', 'state', 'askedBy', 'askedAt', 'reason', 'decidedBy', 'decidedAt', 'outcome'],
    sort: ['askedAt', 'DESC'],
  }),
);
