import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('changeAnswer', {
    name: 'All answers to changes',
    icon: 'IconMessageReply',
    columns: [
      'name',
      'engineeringChange',
      'contract',
      'unit',
      'buyer',
      'state',
      'answeredOn',
      'answeredBy',
      'note',
    ],
    sort: ['name', 'ASC'],
  }),
);
