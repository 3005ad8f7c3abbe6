/** Who buys much should notice that somebody looks after them. By the clock: on launch day every reservation would be a run of its own, and Twenty allows a hundred a minute. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const HIGH_VALUE_BUYER: NativeWorkflow = {
  key: 'high-value-buyer',
  name: say('Keyturn: high-value buyer assigned', 'Keyturn：高价值客户已分配'),
  purpose: say(
    'Every quarter of an hour; leaves a task for the salesperson who has a buyer of two homes or of 20,000,000 and more.',
    '每一刻钟运行：客户购买两套及以上或金额达 20,000,000 时，给其销售员创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every 15 minutes', '每 15 分钟'), pattern: '*/15 * * * *' },
  steps: [
    find('high-value-buyers', say('Find buyers of high value', '查找高价值客户'), {
      leastUnits: 2,
      leastAmount: '20000000',
      withinDays: 30,
    }),
    leaveTasks('high-value-buyers', {
      title: say('High-value buyer', '高价值客户'),
      text: say('Look after this buyer yourself, and tell your manager.', '请亲自跟进此客户，并告知主管。'),
      dueInDays: 1,
    }),
  ],
};
