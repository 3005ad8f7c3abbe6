import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('inspectionTemplate', {
    name: 'All inspection templates',
    icon: 'IconTemplate',
    columns: ['name', 'project', 'isActive', 'remark'],
    sort: ['name', 'ASC'],
  }),
);
