/** A snag that is not mended in time holds up a handover and a buyer's patience (C4). By the clock: being late is no event. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const SNAG_OVERDUE: NativeWorkflow = {
  key: 'snag-overdue',
  name: say('Keyturn: snag overdue', 'Keyturn：整改逾期'),
  purpose: say(
    'Every day; leaves a task for who inspected the home when a snag is past its due date.',
    '每天运行：问题超过整改期限时，给验房人创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day at 01:50 UTC', '每天 01:50 (UTC)'), pattern: '50 1 * * *' },
  steps: [
    find('overdue-snags', say('Find overdue snags', '查找逾期未整改的问题'), { afterHours: 0 }),
    leaveTasks('overdue-snags', {
      title: say('Snag is overdue', '问题整改逾期'),
      text: say(
        'Ask the contractor when it is mended, or assign another one.',
        '请向责任单位确认整改时间，或改派其他单位。',
      ),
      dueInDays: 1,
    }),
  ],
};
