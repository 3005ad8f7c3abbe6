import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('reservation', {
    Reservation: ['name', 'state', 'unit', 'buyer', 'company', 'salesperson'],
    Money: ['price', 'depositAsked', 'depositPaid'],
    Time: ['reservedAt', 'validUntil', 'closedAt', 'closeReason'],
    Remark: ['remark'],
  }),
);
