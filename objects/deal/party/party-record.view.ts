import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('party', {
    Party: ['name', 'buyer', 'company', 'sharePercent', 'isFirst', 'state'],
    Deal: ['reservation', 'contract'],
    Time: ['joinedOn', 'leftOn', 'reason'],
  }),
);
