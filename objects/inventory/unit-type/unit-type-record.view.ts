import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('unitType', {
    'Unit type': ['name', 'project', 'rooms', 'halls', 'baths', 'plannedAreaSquareMetres'],
  }),
);
