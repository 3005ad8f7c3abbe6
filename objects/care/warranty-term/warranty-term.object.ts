/** A warranty term (保修期): how long a part of a home is warranted, and from when (D9); edited by people. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { PARTS, WARRANTY_STARTS, WARRANTY_UNITS } from '#kit/care-choices.ts';
import { belongsTo, object, select, text, whole } from '#kit/object.ts';

export default defineObject(
  object('warrantyTerm', {
    label: 'Warranty term',
    plural: 'Warranty terms',
    icon: 'IconShieldCheck',
    description: 'How long a part of a home is warranted, and from when.',

    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.warrantyTerms', { onDelete: OnDeleteAction.SET_NULL }),
      part: select('Part', PARTS, { initially: 'OTHER' }),
      length: whole('Length'),
      lengthUnit: select('In', WARRANTY_UNITS, { initially: 'YEARS' }),
      startsWith: select('Starts with', WARRANTY_STARTS, { initially: 'HANDOVER' }),
      remark: text('Remark'),
    },
  }),
);
