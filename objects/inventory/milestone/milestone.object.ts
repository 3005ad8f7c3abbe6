/** A construction milestone (工程节点): certifying it makes installments fall due (D2.4). */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, hasMany, json, object, text, whole } from '#kit/object.ts';

export default defineObject(
  object('milestone', {
    label: 'Construction milestone',
    plural: 'Construction milestones',
    icon: 'IconCrane',
    description:
      'A stage of construction; certifying it gives the installments that wait for it their due dates.',
    fields: {
      name: text('Name'),
      code: text('Code', { description: 'What payment plans call it, e.g. TOP_OUT.' }),
      building: belongsTo('Building', 'building.milestones'),
      step: whole('Step', { description: 'Its place in the order of construction.' }),
      plannedOn: date('Planned for'),
      certifiedOn: date('Certified on'),
      claimKey: text('Claim', { description: 'Which command is changing the milestone right now.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      installments: hasMany('Installments', 'installment.milestone'),
    },
  }),
);
