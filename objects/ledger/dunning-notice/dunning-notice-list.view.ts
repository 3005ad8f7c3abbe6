import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('dunningNotice', {
    name: 'All dunning notices',
    icon: 'IconMailExclamation',
    columns: [
      'name',
      'contract',
      'level',
      'channel',
      'state',
      'amountDue',
      'lateFeeDue',
      'daysLate',
      'issuedOn',
      'payBy',
    ],
    sort: ['issuedOn', 'DESC'],
  }),
);
