import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('handover', {
    Handover: ['name', 'state', 'unit', 'contract'],
    Keys: ['handedOverOn', 'receivedBy', 'keySets'],
    Remark: ['remark'],
  }),
);
