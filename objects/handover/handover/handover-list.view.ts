import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('handover', {
    name: 'All handovers',
    icon: 'IconKey',
    columns: ['name', 'unit', 'contract', 'state', 'handedOverOn', 'receivedBy', 'keySets'],
    sort: ['handedOverOn', 'DESC'],
  }),
);
