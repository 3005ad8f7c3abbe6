import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('inspection', {
    name: 'All inspections',
    icon: 'IconClipboardCheck',
    columns: [
      'name',
      'unit',
      'number',
      'state',
      'startedAt',
      'signedAt',
      'signedBy',
      'checkedItems',
      'defects',
      'isPassed',
      'inspector',
    ],
    sort: ['startedAt', 'DESC'],
  }),
);
