import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('unitLock', {
    Lock: ['name', 'unit', 'holderKind', 'holderName', 'heldUntil'],
    Technical: ['lockKey', 'holderId', 'requestKey'],
  }),
);
