import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('keySet', {
    name: 'All key sets',
    icon: 'IconKey',
    columns: ['name', 'unit', 'kind', 'count', 'state', 'handedTo', 'signedAt', 'keptAt'],
    sort: ['name', 'ASC'],
  }),
);
