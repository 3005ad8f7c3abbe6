/** A handover (交付): keys given for a contract, once, when everything due is paid. */
import { defineObject } from 'twenty-sdk/define';
import type { HandoverState } from '#domain/handover/handover-states.ts';
import { belongsTo, date, json, object, select, text, whole } from '#kit/object.ts';

const STATES: Record<HandoverState, { label: string; color: string }> = {
  NOTIFIED: { label: 'Notified', color: 'gray' },
  BOOKED: { label: 'Booked', color: 'sky' },
  ARRIVED: { label: 'Arrived', color: 'blue' },
  INSPECTING: { label: 'Inspecting', color: 'yellow' },
  SNAGS_OPEN: { label: 'Snags open', color: 'orange' },
  ACCEPTED: { label: 'Accepted', color: 'turquoise' },
  KEYS_HANDED: { label: 'Keys handed over', color: 'green' },
  NO_SHOW: { label: 'No-show', color: 'red' },
  DEEMED_DELIVERED: { label: 'Deemed delivered', color: 'purple' },
};

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
      state: select('State', STATES, { initially: 'NOTIFIED' }),
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
