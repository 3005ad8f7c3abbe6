import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('contract', {
    Contract: ['name', 'state', 'unit', 'buyer', 'company', 'salesperson', 'soldBy'],
    Money: ['price', 'paid', 'prepaid', 'refunded', 'paymentPlan', 'depositAgreed', 'contractArea'],
    Arrears: ['overdue', 'overdueSince', 'lateFee', 'lateFeePaid', 'lateFeeWaived', 'dunningPausedUntil'],
    'Terms of payment': [
      'allocationOrder',
      'lateFeeRate',
      'lateFeeGraceDays',
      'lateFeeGraceFrom',
      'lateFeeBandDays',
      'lateFeeBandRate',
      'lateFeeBandMode',
      'lateFeeCapPercent',
      'dueDayRule',
    ],
    Dates: ['signedOn', 'completedOn', 'cancelledOn', 'cancelKind', 'reservation'],
    Letters: ['letterLanguage', 'virtualAccount'],
    Remark: ['remark'],
  }),
);
