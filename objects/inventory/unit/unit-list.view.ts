import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('unit', {
    name: 'All units',
    icon: 'IconHome',
    columns: [
      'name',
      'state',
      'unitType',
      'floor',
      'areaSquareMetres',
      'listPrice',
      'holder',
      'heldUntil',
      'building',
      'project',
      'kind',
    ],
    sort: ['name', 'ASC'],
  }),
);
