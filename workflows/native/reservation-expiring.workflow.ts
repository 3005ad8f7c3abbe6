/** A reservation is almost over: its salesperson is told while there is time to sign or to extend. Extending is a guarded update without an event, so this asks by the clock. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const RESERVATION_EXPIRING: NativeWorkflow = {
  key: 'reservation-expiring',
  name: say('Keyturn: reservation about to expire', 'Keyturn：认购即将到期'),
  purpose: say(
    'Every hour; leaves a task for the salesperson of each reservation that ends within a day.',
    '每小时运行：为一天内到期的认购给销售员创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every hour', '每小时'), pattern: '7 * * * *' },
  steps: [
    find('expiring-reservations', say('Find reservations about to expire', '查找即将到期的认购'), {
      withinHours: 24,
    }),
    leaveTasks('expiring-reservations', {
      title: say('Reservation about to expire', '认购即将到期'),
      text: say(
        'Call the buyer: sign, extend or let it go before its time is over.',
        '请联系买家：在到期前签约、延期或放弃。',
      ),
      dueInDays: 1,
    }),
  ],
};
