/** A deposit that was promised has not come. That money does not come is no event, so this asks by the clock. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const DEPOSIT_MISSING: NativeWorkflow = {
  key: 'deposit-missing',
  name: say('Keyturn: deposit missing', 'Keyturn：定金未到'),
  purpose: say(
    'Every hour; leaves a task for the salesperson of each reservation whose deposit has not come a day after it was asked for.',
    '每小时运行：定金要求一天后仍未到账时，给销售员创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every hour', '每小时'), pattern: '17 * * * *' },
  steps: [
    find('missing-deposits', say('Find reservations whose deposit is missing', '查找定金未到的认购'), {
      afterHours: 24,
    }),
    leaveTasks('missing-deposits', {
      title: say('Deposit missing', '定金未到'),
      text: say(
        'The deposit of this reservation has not come. Ask the buyer for it.',
        '此认购的定金尚未到账，请提醒买家。',
      ),
      dueInDays: 1,
    }),
  ],
};
