/** A handover (交付): keys given for a contract, once, when everything due is paid. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { CAME_ASS } from '#kit/care-choices.ts';
import {
  belongsTo,
  date,
  dateTime,
  flag,
  hasMany,
  json,
  money,
  object,
  select,
  text,
  whole,
} from '#kit/object.ts';
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
      batch: belongsTo('Batch', 'handoverBatch.handovers', { onDelete: OnDeleteAction.SET_NULL }),
      notifiedAt: dateTime('Notified at'),
      slotAt: dateTime('Appointment'),
      slotEndsAt: dateTime('Appointment ends'),
      slotKey: text('Place in the slot', { description: 'Batch, time and place: it can be taken once.' }),
      bookedBy: text('Booked by'),
      bookings: whole('Times booked'),
      noShows: whole('No-shows'),
      arrivedAt: dateTime('Arrived at'),
      cameAs: select('Who came', CAME_ASS),
      proxyName: text('Proxy'),
      identityChecked: flag('Identity checked'),
      identityCheckedBy: text('Identity checked by'),
      acceptedOn: date('Accepted on'),
      deemedOn: date('Deemed delivered on'),
      deferredAmount: money('Deferred amount', {
        description: 'What may still be owed when the keys are given, as approved.',
      }),
      deferredUntil: date('Deferred until'),
      deferralApprovedBy: text('Deferral approved by'),
      meterReadings: text('Meter readings'),
      signedBy: text('Signed by'),
      linkVersion: whole('Version of the link', {
        description: 'Raising it makes earlier links to the appointment worthless.',
      }),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      inspections: hasMany('Inspections', 'inspection.handover'),
      snags: hasMany('Snags', 'snag.handover'),
      keys: hasMany('Keys', 'keySet.handover'),
    },
  }),
);
