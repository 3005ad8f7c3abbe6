/** A checklist item (检查项): one thing to look at in one room. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { SNAG_CATEGORYS, SNAG_SEVERITYS } from '#kit/care-choices.ts';
import { belongsTo, object, select, text, whole } from '#kit/object.ts';

export default defineObject(
  object('inspectionItem', {
    label: 'Checklist item',
    plural: 'Checklist items',
    icon: 'IconChecklist',
    description: 'One thing to look at in one room.',

    fields: {
      name: text('What to look at'),
      template: belongsTo('Template', 'inspectionTemplate.items', { onDelete: OnDeleteAction.CASCADE }),
      room: text('Room'),
      place: whole('Order'),
      category: select('Category', SNAG_CATEGORYS, { initially: 'OTHER' }),
      severity: select('Severity of a defect', SNAG_SEVERITYS, { initially: 'MINOR' }),
    },
  }),
);
