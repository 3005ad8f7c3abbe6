import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('areaSettlement', {
    Settlement: ['name', 'state', 'contract', 'unit'],
    Area: ['contractArea', 'measuredArea', 'ratioPercent', 'developerBears'],
    Money: ['unitPrice', 'buyerPays', 'buyerRefund', 'postedOn'],
    Remark: ['remark'],
  }),
);
