import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('inspectionItem', {
    name: 'All checklist items',
    icon: 'IconChecklist',
    columns: ['name', 'template', 'room', 'place', 'category', 'severity'],
    sort: ['place', 'ASC'],
  }),
);
