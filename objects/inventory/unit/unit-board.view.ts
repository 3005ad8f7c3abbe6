import { defineView } from 'twenty-sdk/define';
import { board } from '#kit/view.ts';

export default defineView(
  board('unit', {
    name: 'Units by state',
    icon: 'IconLayoutKanban',
    groupBy: 'state',
    states: [
      'PLANNED',
      'CONTROLLED',
      'AVAILABLE',
      'HELD',
      'SMALL_RESERVED',
      'LARGE_RESERVED',
      'CONTRACTED',
      'HANDED_OVER',
      'TITLED',
      'FROZEN',
    ],
    columns: ['name', 'unitType', 'areaSquareMetres', 'listPrice', 'holder', 'heldUntil'],
  }),
);
