import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('teamMember', {
    name: 'All sales team members',
    icon: 'IconUsersGroup',
    columns: ['name', 'team', 'member', 'leads'],
    sort: ['team', 'ASC'],
  }),
);
