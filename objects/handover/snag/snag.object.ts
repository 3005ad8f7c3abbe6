/** A snag (问题/整改): a defect in a home, who mends it by when, and whether it is verified (C4). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { SNAG_CATEGORYS, SNAG_SEVERITYS } from '#kit/care-choices.ts';
import { belongsTo, dateTime, json, object, select, text, whole } from '#kit/object.ts';
import { SNAG_STAGES } from '#workflows/pipeline/snag.ts';

export default defineObject(
  object('snag', {
    label: 'Snag',
    plural: 'Snags',
    icon: 'IconBug',
    description: 'A defect in a home, who mends it by when, and whether it is verified.',
    isUICreatable: false,
    fields: {
      name: text('What'),
      unit: belongsTo('Unit', 'unit.snags'),
      handover: belongsTo('Handover', 'handover.snags', { onDelete: OnDeleteAction.SET_NULL }),
      inspection: belongsTo('Inspection', 'inspection.snags', { onDelete: OnDeleteAction.SET_NULL }),
      serviceTicket: belongsTo('Service ticket', 'serviceTicket.snags', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      room: text('Room'),
      category: select('Category', SNAG_CATEGORYS, { initially: 'OTHER' }),
      severity: select('Severity', SNAG_SEVERITYS, { initially: 'MINOR' }),
      state: select('State', SNAG_STAGES, { initially: 'OPEN' }),
      contractor: belongsTo('Contractor', 'company.keyturnSnags', { onDelete: OnDeleteAction.SET_NULL }),
      description: text('Description'),
      foundAt: dateTime('Found at'),
      foundBy: text('Found by'),
      dueAt: dateTime('Due by'),
      assignedAt: dateTime('Assigned at'),
      fixedAt: dateTime('Fixed at'),
      fixNote: text('What was done'),
      verifiedAt: dateTime('Verified at'),
      verifiedBy: text('Verified by'),
      declineReason: text('Reason for declining'),
      reopened: whole('Times reopened'),
      photosBefore: whole('Photos before'),
      photosAfter: whole('Photos after'),
      pausedAt: dateTime('Clock stands since'),
      pausedMinutes: whole('Minutes paused'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
