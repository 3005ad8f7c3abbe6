/** An engineering change (工程变更): what is built otherwise than sold, who was told, and what follows (A015). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { CHANGE_KINDS, SILENCES } from '#kit/care-choices.ts';
import { belongsTo, date, flag, hasMany, json, object, select, text, whole } from '#kit/object.ts';
import { ENGINEERING_CHANGE_STAGES } from '#workflows/pipeline/engineering-change.ts';

export default defineObject(
  object('engineeringChange', {
    label: 'Engineering change',
    plural: 'Engineering changes',
    icon: 'IconTools',
    description: 'What is built otherwise than sold, who was told, and what they answered.',
    isUICreatable: false,
    fields: {
      name: text('What changes'),
      project: belongsTo('Project', 'project.engineeringChanges'),
      building: belongsTo('Building', 'building.engineeringChanges', { onDelete: OnDeleteAction.SET_NULL }),
      kind: select('Kind', CHANGE_KINDS, { initially: 'DESIGN' }),
      state: select('State', ENGINEERING_CHANGE_STAGES, { initially: 'DRAFT' }),
      description: text('Description'),
      consequence: text('Consequence', { description: 'What those who object are offered.' }),
      decidedOn: date('Decided on'),
      noticedOn: date('Buyers told on'),
      answerBy: date('Answer by'),
      silenceMeans: select('Silence means', SILENCES, { initially: 'ACCEPTED' }),
      mayRescind: flag('Buyers may rescind'),
      concerned: whole('Buyers concerned'),
      accepted: whole('Accept'),
      objected: whole('Object'),
      silent: whole('Silent'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      answers: hasMany('Answers', 'changeAnswer.engineeringChange'),
    },
  }),
);
