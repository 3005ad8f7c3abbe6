import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('engineeringChange', {
    name: 'All engineering changes',
    icon: 'IconTools',
    columns: [
      'name',
      'project',
      'building',
      'kind',
      'state',
      'noticedOn',
      'answerBy',
      'concerned',
      'accepted',
      'objected',
      'silent',
    ],
    sort: ['noticedOn', 'DESC'],
  }),
);
