import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('releaseBatch', {
    'Release batch': ['name', 'project', 'state', 'salesMode'],
    Time: ['releaseAt', 'openedAt', 'closedAt'],
    Queue: ['earnestAsked', 'callMinutes', 'requeues', 'lotterySeed', 'lotteryDrawnAt'],
    Permit: ['permitNumber'],
    Remark: ['remark'],
  }),
);
