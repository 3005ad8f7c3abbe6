import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('jobRun', {
    Run: ['name', 'startedAt', 'finishedAt'],
    Result: ['done', 'refused', 'failed', 'summary', 'report'],
  }),
);
