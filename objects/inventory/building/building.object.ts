/** A building (楼栋) of a project. */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, hasMany, object, text, whole } from '#kit/object.ts';

export default defineObject(
  object('building', {
    label: 'Building',
    plural: 'Buildings',
    icon: 'IconBuildingSkyscraper',
    description: 'A building of a project; its construction milestones make installments fall due.',
    fields: {
      name: text('Name'),
      code: text('Code'),
      project: belongsTo('Project', 'project.buildings'),
      storeys: whole('Storeys'),
      permitNumber: text('Pre-sale permit', {
        description: 'Of this building alone; without it the permit of the project counts (D6).',
      }),
      permitExpiresOn: date('Permit expires on'),
      plannedHandoverOn: date('Planned handover'),
      completionCertificate: text('Completion certificate', {
        description: 'Without it no keys are given (C4).',
      }),
      completedOn: date('Completed on'),
      mortgagedTo: text('Mortgaged to', {
        description: 'The bank that must release the building before titles are issued.',
      }),
      units: hasMany('Units', 'unit.building'),
      milestones: hasMany('Construction milestones', 'milestone.building'),
      handoverBatches: hasMany('Handover batches', 'handoverBatch.building'),
      engineeringChanges: hasMany('Engineering changes', 'engineeringChange.building'),
    },
  }),
);
