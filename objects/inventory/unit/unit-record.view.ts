import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('unit', {
    Unit: ['name', 'state', 'building', 'project', 'unitType', 'kind', 'floor', 'number'],
    Size: [
      'areaSquareMetres',
      'innerAreaSquareMetres',
      'sharedAreaSquareMetres',
      'orientation',
      'outlook',
      'parkingSpaces',
      'parkingAreaSquareMetres',
    ],
    Price: ['listPrice', 'floorPrice', 'filedPrice'],
    Held: ['releaseBatch', 'heldAs', 'holder', 'heldUntil', 'releasedAt'],
    Remark: ['remark'],
  }),
);
