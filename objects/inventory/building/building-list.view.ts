import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('building', {
    name: 'All buildings',
    icon: 'IconBuildingSkyscraper',
    columns: ['name', 'code', 'project', 'storeys', 'plannedHandoverOn', 'milestones'],
    sort: ['name', 'ASC'],
  }),
);
