/** An inspection (验房): one walk through a home with its checklist, and what was found. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, dateTime, flag, hasMany, json, object, select, text, whole } from '#kit/object.ts';
import { INSPECTION_STAGES } from '#workflows/pipeline/inspection.ts';

export default defineObject(
  object('inspection', {
    label: 'Inspection',
    plural: 'Inspections',
    icon: 'IconClipboardCheck',
    description: 'One walk through a home with its checklist, and what was found.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      handover: belongsTo('Handover', 'handover.inspections'),
      unit: belongsTo('Unit', 'unit.inspections'),
      template: belongsTo('Template', 'inspectionTemplate.inspections', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      number: whole('Number'),
      state: select('State', INSPECTION_STAGES, { initially: 'OPEN' }),
      startedAt: dateTime('Begun at'),
      signedAt: dateTime('Signed at'),
      signedBy: text('Signed by'),
      inspector: belongsTo('Inspector', 'workspaceMember.keyturnInspections', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      checkedItems: whole('Items checked'),
      defects: whole('Defects'),
      isPassed: flag('Passed'),
      answers: json('Answers'),
      revision: whole('Times saved'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      snags: hasMany('Snags', 'snag.inspection'),
    },
  }),
);
