/** Somebody has asked and nobody decides (C5). The task is nobody's in particular: which role approves is a right, not a person. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const APPROVAL_WAITING: NativeWorkflow = {
  key: 'approval-waiting',
  name: say('Keyturn: approval waiting too long', 'Keyturn：审批等待过久'),
  purpose: say(
    'Every hour; leaves a task when nobody has decided an approval for a day. Choose in its last step whose task it is.',
    '每小时运行：审批一天内无人处理时创建任务。请在最后一步选择由谁处理。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every hour', '每小时'), pattern: '37 * * * *' },
  steps: [
    find('waiting-approvals', say('Find approvals waiting too long', '查找等待过久的审批'), {
      afterHours: 24,
    }),
    leaveTasks('waiting-approvals', {
      title: say('Approval waits for a decision', '审批等待决定'),
      text: say(
        'Somebody has asked and waits. Approve or reject it; whoever asked may not.',
        '有人已提交并在等待，请批准或驳回，提交人本人不能决定。',
      ),
      dueInDays: 0,
    }),
  ],
};
