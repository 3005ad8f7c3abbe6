/** A handover (交付): keys given for a contract, once, when everything due is paid. */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, json, object, select, text, whole } from '#kit/object.ts';
import { HANDOVER_STAGES } from '#workflows/pipeline/handover.ts';

export default defineObject(
  object('handover', {
    label: 'Handover',
    plural: 'Handovers',
    icon: 'IconKey',
    description: 'The keys of a unit given to its buyer.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.handovers'),
      unit: belongsTo('Unit', 'unit.handovers'),
      state: select('State', HANDOVER_STAGES, { initially: 'NOTIFIED' }),
      handedOverOn: date('Handed over on'),
      receivedBy: text('Received by'),
      keySets: whole('Key sets'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
