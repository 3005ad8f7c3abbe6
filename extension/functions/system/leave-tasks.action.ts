import { defineLogicFunction } from 'twenty-sdk/define';
import { leaveTasksSchema, leaveTasksTitle } from '#commands/system/leave-tasks.ts';
import { functionsId } from '#identifiers/functions.ts';
import { tasksSettings } from '#kit/action.ts';
import { leaveTasksAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('leave-tasks.action'),
  name: 'keyturn-leave-tasks-action',
  description: 'Leaves a task for each thing that a step has found, once. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: tasksSettings(
    { title: leaveTasksTitle, schema: leaveTasksSchema },
    'IconCheckbox',
  ),
  handler: leaveTasksAction,
});
