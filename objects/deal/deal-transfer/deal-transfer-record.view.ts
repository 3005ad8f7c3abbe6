import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('dealTransfer', {
    Transfer: ['name', 'state', 'leaver', 'receivers', 'passed', 'reason', 'approvedBy', 'executedAt'],
    'Roll back': ['rolledBackAt', 'movedOn'],
  }),
);
