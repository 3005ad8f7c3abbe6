/** Who does not answer to an engineering change gets what silence means (A015): somebody asks before. By the clock. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const CHANGE_UNANSWERED: NativeWorkflow = {
  key: 'change-unanswered',
  name: say('Keyturn: engineering change unanswered', 'Keyturn：工程变更未答复'),
  purpose: say(
    'Every day; leaves a task for each buyer who has not answered while the last day is near or over.',
    '每天运行：答复期限临近或已过而买方未答复时，逐户创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day at 02:10 UTC', '每天 02:10 (UTC)'), pattern: '10 2 * * *' },
  steps: [
    find('unanswered-changes', say('Find unanswered changes', '查找未答复的变更'), { daysBefore: 7 }),
    leaveTasks('unanswered-changes', {
      title: say('Ask the buyer about the change', '请向买方征询变更意见'),
      text: say('Call the buyer and record the answer.', '请联系买方并登记答复。'),
      dueInDays: 2,
    }),
  ],
};
