/** A buyer was invited and has not booked, or did not come: the salesperson of the deal calls. Time is no event, so by the clock. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const HANDOVER_UNBOOKED: NativeWorkflow = {
  key: 'handover-unbooked',
  name: say('Keyturn: handover not booked or missed', 'Keyturn：交付未预约或未到场'),
  purpose: say(
    'Every day; leaves a task when an invited buyer has not booked the handover for three days, or did not come.',
    '每天运行：买受人收到交付通知三天仍未预约，或预约后未到场时，创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day', '每天'), pattern: '17 1 * * *' },
  steps: [
    find('unbooked-handovers', say('Find handovers that nobody books', '查找未预约的交付'), { afterDays: 3 }),
    leaveTasks('unbooked-handovers', {
      title: say('Handover to be booked', '待预约交付'),
      text: say(
        'Call the buyer, send the link of the record again, or book a time for them.',
        '请联系买受人，重新发送记录中的链接，或代为预约时间。',
      ),
      dueInDays: 2,
    }),
  ],
};
