/** Whoever complains is told what came of it (A096). By the clock: that nothing is said is no event. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const COMPLAINT_FEEDBACK: NativeWorkflow = {
  key: 'complaint-feedback',
  name: say('Keyturn: complaint waits for feedback', 'Keyturn：投诉待反馈'),
  purpose: say(
    'Every hour; leaves a task for who resolved a complaint four hours ago and has not told the customer.',
    '每小时运行：投诉解决四小时后仍未反馈客户时，给负责人创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every hour', '每小时'), pattern: '20 * * * *' },
  steps: [
    find('complaints-without-feedback', say('Find complaints that wait for feedback', '查找待反馈的投诉'), {
      afterHours: 4,
    }),
    leaveTasks('complaints-without-feedback', {
      title: say('Complaint waits for feedback', '投诉待反馈'),
      text: say(
        'Call the customer, say what came of it, also where it is not our fault, and ask how it was; or send the link, on which one tap says it.',
        '请致电客户说明处理结果（即使非我方责任），并询问满意度；也可发送下方链接请客户评价。',
      ),
      dueInDays: 1,
    }),
  ],
};
