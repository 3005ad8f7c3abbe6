/**
 * Runs one built bundle in a worker thread and answers calls by id, several at a time. Plain JavaScript,
 * because a worker starts faster without a loader.
 */
import { parentPort, workerData } from 'node:worker_threads';

const { bundleUrl, handlerName } = workerData;

async function loadHandler() {
  const module = await import(bundleUrl);
  const handler = handlerName.split('.').reduce((value, key) => value?.[key], module);
  if (typeof handler !== 'function') throw new Error(`Export "${handlerName}" not found in function bundle`);
  return handler;
}

const handler = loadHandler();
handler.catch(() => {});

/** What crosses to the server is JSON, as between the real server and its child process. */
const toJson = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

parentPort.on('message', async ({ id, payload }) => {
  try {
    const run = await handler;
    parentPort.postMessage({ id, ok: true, result: toJson(await run(payload)) });
  } catch (error) {
    parentPort.postMessage({ id, ok: false, error: String(error), stack: error?.stack });
  }
});
