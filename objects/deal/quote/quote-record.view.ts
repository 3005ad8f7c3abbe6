import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('quote', {
    Quote: ['name', 'number', 'version', 'state', 'unit', 'buyer', 'company', 'buyerName', 'salesperson'],
    Money: ['listPrice', 'price', 'needsApproval', 'depositAsked', 'paymentPlan', 'monthlyPayment'],
    Time: ['validUntil', 'sentAt', 'document', 'reservation', 'closedAt', 'closeReason'],
    Remark: ['remark'],
  }),
);
