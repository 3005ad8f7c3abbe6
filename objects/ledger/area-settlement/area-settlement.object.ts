/** An area settlement (面积补差): measured against contracted area, and what follows for the price (D5). */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, decimal, json, money, object, select, text } from '#kit/object.ts';
import { AREA_SETTLEMENT_STAGES } from '#workflows/pipeline/area-settlement.ts';

export default defineObject(
  object('areaSettlement', {
    label: 'Area settlement',
    plural: 'Area settlements',
    icon: 'IconRulerMeasure',
    description: 'What the measured area makes of the price of a contract. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.areaSettlements'),
      unit: belongsTo('Unit', 'unit.areaSettlements'),
      contractArea: decimal('Contract area (m²)', 4),
      measuredArea: decimal('Measured area (m²)', 4),
      unitPrice: money('Unit price'),
      ratioPercent: decimal('Difference (%)', 4),
      buyerPays: money('Buyer pays'),
      buyerRefund: money('Buyer gets back'),
      developerBears: decimal('Borne by the developer (m²)', 4),
      state: select('State', AREA_SETTLEMENT_STAGES, { initially: 'CALCULATED' }),
      postedOn: date('Posted on'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
