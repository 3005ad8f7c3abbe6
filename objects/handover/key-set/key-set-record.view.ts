import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('keySet', {
    'Key set': ['name', 'unit', 'kind', 'count', 'state', 'keptAt'],
    'Handed over': ['handover', 'handedTo', 'signedAt'],
    Remark: ['remark', 'setKey'],
  }),
);
