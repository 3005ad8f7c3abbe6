/** A handover batch (交付批次): the buyers of a building invited in one wave, and the times they may choose. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, date, dateTime, hasMany, json, object, select, text, whole } from '#kit/object.ts';
import { HANDOVER_BATCH_STAGES } from '#workflows/pipeline/handover-batch.ts';

export default defineObject(
  object('handoverBatch', {
    label: 'Handover batch',
    plural: 'Handover batches',
    icon: 'IconCalendarTime',
    description: 'Buyers invited in one wave, and the times that they may choose.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.handoverBatches'),
      building: belongsTo('Building', 'building.handoverBatches', { onDelete: OnDeleteAction.SET_NULL }),
      state: select('State', HANDOVER_BATCH_STAGES, { initially: 'DRAFT' }),
      opensOn: date('First day'),
      closesOn: date('Last day'),
      dayFrom: text('Day begins at', { description: 'As 09:00, in the time zone of the project.' }),
      dayTo: text('Day ends at'),
      slotMinutes: whole('Minutes of a slot'),
      capacity: whole('Buyers in a slot'),
      place: text('Place'),
      deemedOn: date('Deemed delivered on', {
        description:
          'Who was invited in time and has not come by then is deemed to have taken the home. Empty: nobody is.',
      }),
      notifiedAt: dateTime('Notified at'),
      invited: whole('Buyers invited'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      handovers: hasMany('Handovers', 'handover.batch'),
    },
  }),
);
