/** The two steps that most native workflows are made of: find, then leave a task for each. */
import { functionsId } from '#identifiers/functions.ts';
import type { ActionStep, Said, Value } from './definition.ts';
import { say } from './definition.ts';

/** One of Keyturn's actions, by the name of its file. */
export function action(name: string): string {
  return functionsId(`${name}.action`);
}

export function find(what: string, name: Said, input: Readonly<Record<string, Value>>): ActionStep {
  return { key: `find-${what}`, name, action: action(`find-${what}`), input };
}

/** Every setting stands in the step, so that an admin sees what can be changed. */
export function leaveTasks(from: string, task: { title: Said; text: Said; dueInDays: number }): ActionStep {
  return {
    key: `tasks-${from}`,
    name: say('Leave a task for each', '逐项创建任务'),
    action: action('leave-tasks'),
    input: {
      items: { from: `find-${from}`, output: 'items' },
      title: { said: task.title },
      text: { said: task.text },
      dueInDays: task.dueInDays,
      assigneeId: '',
    },
  };
}
