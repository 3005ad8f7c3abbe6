import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('unit', {
    Unit: ['name', 'state', 'building', 'project', 'unitType', 'kind', 'floor', 'number'],
    Size: ['areaSquareMetres', 'parkingSpaces', 'parkingAreaSquareMetres'],
    Price: ['listPrice', 'floorPrice', 'filedPrice'],
    Held: ['holder', 'heldUntil', 'releasedAt'],
    Remark: ['remark'],
  }),
);
