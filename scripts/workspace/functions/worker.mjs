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

/**
 * A 2.21 server ends a function's process before a long answer is out (twentyhq/twenty#22925): its caller
 * gets status 200 and nothing. Where exactly varies, so answers should stay well below this.
 */
const LONGEST_ANSWER_BYTES = 140_000;

/** What crosses to the server is JSON, as between the real server and its child process. */
function toJson(value) {
  const text = JSON.stringify(value);
  const isLost = text === undefined || Buffer.byteLength(text) > LONGEST_ANSWER_BYTES;
  return isLost ? undefined : JSON.parse(text);
}

parentPort.on('message', async ({ id, payload }) => {
  try {
    const run = await handler;
    parentPort.postMessage({ id, ok: true, result: toJson(await run(payload)) });
  } catch (error) {
    parentPort.postMessage({ id, ok: false, error: String(error), stack: error?.stack });
  }
});
