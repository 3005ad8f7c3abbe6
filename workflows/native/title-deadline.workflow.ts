/** A title that is filed too late costs the developer, and the buyer waits (C4, D9). By the clock: a day that comes is no event. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const TITLE_DEADLINE: NativeWorkflow = {
  key: 'title-deadline',
  name: say('Keyturn: title deadline', 'Keyturn：产权期限'),
  purpose: say(
    'Every day; leaves a task when the day to file a title, or of its certificate, is near or over.',
    '每天运行：产权递件或出证期限临近或已过时创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day at 01:50 UTC', '每天 01:50 (UTC)'), pattern: '50 1 * * *' },
  steps: [
    find('title-deadlines', say('Find title deadlines', '查找产权期限'), { daysBefore: 14 }),
    leaveTasks('title-deadlines', {
      title: say('Title deadline', '产权期限'),
      text: say(
        'Clear what is missing and take the next step of the title.',
        '请解决所缺事项并推进产权办理。',
      ),
      dueInDays: 2,
    }),
  ],
};
