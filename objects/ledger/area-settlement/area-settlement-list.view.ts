import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('areaSettlement', {
    name: 'All area settlements',
    icon: 'IconRulerMeasure',
    columns: [
      'name',
      'contract',
      'unit',
      'contractArea',
      'measuredArea',
      'ratioPercent',
      'buyerPays',
      'buyerRefund',
      'state',
    ],
  }),
);
