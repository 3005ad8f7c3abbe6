/** A loan that does not move holds up the payment that depends on it (D7). By the clock: standing still is no event. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const MORTGAGE_STALLED: NativeWorkflow = {
  key: 'mortgage-stalled',
  name: say('Keyturn: mortgage stalled', 'Keyturn：按揭停滞'),
  purpose: say(
    'Every day; leaves a task for who looks after a loan that has not moved for fourteen days.',
    '每天运行：按揭十四天没有进展时，给经办人创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day at 01:40 UTC', '每天 01:40 (UTC)'), pattern: '40 1 * * *' },
  steps: [
    find('stalled-mortgages', say('Find stalled mortgages', '查找停滞的按揭'), { afterDays: 14 }),
    leaveTasks('stalled-mortgages', {
      title: say('Mortgage does not move', '按揭没有进展'),
      text: say('Ask the bank and the buyer what is missing.', '请向银行和买家了解所缺资料。'),
      dueInDays: 2,
    }),
  ],
};
