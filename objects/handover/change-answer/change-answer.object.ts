/** An answer to an engineering change (变更答复): what one buyer says to it, or that nothing was said in time. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, date, json, object, select, text } from '#kit/object.ts';
import { CHANGE_ANSWER_STAGES } from '#workflows/pipeline/change-answer.ts';

export default defineObject(
  object('changeAnswer', {
    label: 'Answer to a change',
    plural: 'Answers to changes',
    icon: 'IconMessageReply',
    description: 'What one buyer says to an engineering change.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      engineeringChange: belongsTo('Engineering change', 'engineeringChange.answers'),
      contract: belongsTo('Contract', 'contract.changeAnswers'),
      unit: belongsTo('Unit', 'unit.changeAnswers', { onDelete: OnDeleteAction.SET_NULL }),
      buyer: belongsTo('Buyer', 'person.keyturnChangeAnswers', { onDelete: OnDeleteAction.SET_NULL }),
      state: select('Answer', CHANGE_ANSWER_STAGES, { initially: 'PENDING' }),
      answeredOn: date('Answered on'),
      answeredBy: text('Taken down by'),
      note: text('Note'),
      consequence: text('What follows'),
      answerKey: text('Change and contract'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
