import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('milestone', {
    name: 'All construction milestones',
    icon: 'IconCrane',
    columns: ['name', 'building', 'step', 'plannedOn', 'certifiedOn', 'code'],
    sort: ['step', 'ASC'],
  }),
);
