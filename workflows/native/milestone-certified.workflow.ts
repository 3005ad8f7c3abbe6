/**
 * A milestone is certified and installments fall due: their salespeople are told, each once. Certifying is
 * the one plain write that says so, so this waits for the event. The command dates the installments right
 * after it, which is why the workflow waits before it looks.
 */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const MILESTONE_CERTIFIED: NativeWorkflow = {
  key: 'milestone-certified',
  name: say('Keyturn: construction milestone certified', 'Keyturn：工程节点已确认'),
  purpose: say(
    'When a milestone is certified; leaves one task for each salesperson with the installments that fall due.',
    '工程节点确认时运行：给每位销售员创建一个任务，列出因此到期的应收款。',
  ),
  trigger: {
    kind: 'RECORD',
    name: say('Milestone is certified', '工程节点确认'),
    object: 'milestone',
    operation: 'updated',
    fields: ['certifiedOn'],
  },
  steps: [
    { key: 'wait', name: say('Wait for the due dates', '等待到期日生成'), minutes: 2 },
    find('milestone-installments', say('Find what falls due, by salesperson', '按销售员查找到期应收款'), {
      milestoneId: { recordField: 'id' },
    }),
    leaveTasks('milestone-installments', {
      title: say('Milestone certified', '工程节点已确认'),
      text: say('Tell these buyers what falls due and when.', '请通知以下买家应付款项及到期日。'),
      dueInDays: 2,
    }),
  ],
};
