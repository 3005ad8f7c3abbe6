import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('engineeringChange', {
    Change: ['name', 'project', 'building', 'kind', 'state', 'description', 'consequence'],
    Time: ['decidedOn', 'noticedOn', 'answerBy', 'silenceMeans', 'mayRescind'],
    Answers: ['concerned', 'accepted', 'objected', 'silent'],
  }),
);
