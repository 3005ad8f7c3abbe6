import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('workflowInstall', {
    Workflow: ['name', 'workflowKey', 'outcome', 'workflowId', 'note'],
    Time: ['installedAt', 'installedBy'],
  }),
);
