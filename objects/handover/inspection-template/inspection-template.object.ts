/** An inspection template (验房模板): what is looked at, room by room; edited by people, not by commands. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, flag, hasMany, object, text } from '#kit/object.ts';

export default defineObject(
  object('inspectionTemplate', {
    label: 'Inspection template',
    plural: 'Inspection templates',
    icon: 'IconTemplate',
    description: 'What is looked at when a home is inspected, room by room. Edit it as you like.',

    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.inspectionTemplates', { onDelete: OnDeleteAction.SET_NULL }),
      isActive: flag('In use'),
      remark: text('Remark'),
      items: hasMany('Checklist', 'inspectionItem.template'),
      inspections: hasMany('Inspections', 'inspection.template'),
    },
  }),
);
