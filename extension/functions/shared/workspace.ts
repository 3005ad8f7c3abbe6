/** What a function that nobody is signed in to works with: the workspace, as the application. */
import { twentyClient } from '#twenty/client.ts';
import { readEnvironment } from '#twenty/environment.ts';
import { twentyNotices } from '#twenty/notices.ts';
import { twentyStore } from '#twenty/store.ts';
import { twentyTasks } from '#twenty/tasks.ts';

export function openAsApplication() {
  const { apiUrl, applicationToken } = readEnvironment();
  const client = twentyClient(apiUrl, applicationToken);
  return {
    store: twentyStore(client),
    notices: twentyNotices(client),
    tasks: twentyTasks(client),
    clock: { now: () => new Date() },
  };
}
