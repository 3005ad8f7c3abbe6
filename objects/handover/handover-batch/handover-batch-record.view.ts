import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('handoverBatch', {
    Batch: ['name', 'project', 'building', 'state', 'place'],
    Slots: ['opensOn', 'closesOn', 'dayFrom', 'dayTo', 'slotMinutes', 'capacity'],
    Time: ['notifiedAt', 'invited', 'deemedOn'],
    Remark: ['remark'],
  }),
);
