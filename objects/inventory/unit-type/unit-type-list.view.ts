import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('unitType', {
    name: 'All unit types',
    icon: 'IconLayout2',
    columns: ['name', 'project', 'rooms', 'halls', 'baths', 'plannedAreaSquareMetres'],
    sort: ['name', 'ASC'],
  }),
);
