import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('reservation', {
    Reservation: ['name', 'state', 'stage', 'unit', 'buyer', 'company', 'salesperson'],
    Money: [
      'listPrice',
      'price',
      'priceApprovedBy',
      'depositKind',
      'depositAsked',
      'depositPaid',
      'depositForfeited',
    ],
    Time: [
      'reservedAt',
      'upgradedAt',
      'validUntil',
      'extensions',
      'closedAt',
      'closeReason',
      'decidedBy',
      'decidedOn',
    ],
    Remark: ['remark'],
  }),
);
