import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'person',
    'keyturnChangeAnswers',
    hasMany('Answers to changes', 'changeAnswer.buyer', { icon: 'IconMessageReply' }),
  ),
);
