/** A promise that is about to be broken (A098, A099). By the clock: time that passes is no event. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const TICKET_BREACHING: NativeWorkflow = {
  key: 'ticket-breaching',
  name: say('Keyturn: ticket about to be late', 'Keyturn：工单即将超时'),
  purpose: say(
    'Every half hour; leaves a task for whose ticket has to be answered or resolved within two hours.',
    '每半小时运行：工单须在两小时内响应或解决时，给负责人创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every half hour', '每半小时'), pattern: '*/30 * * * *' },
  steps: [
    find('breaching-tickets', say('Find tickets about to be late', '查找即将超时的工单'), { withinHours: 2 }),
    leaveTasks('breaching-tickets', {
      title: say('Ticket about to be late', '工单即将超时'),
      text: say(
        'Answer or resolve it, or set it to wait for the customer.',
        '请响应、解决，或设为等待客户。',
      ),
      dueInDays: 1,
    }),
  ],
};
