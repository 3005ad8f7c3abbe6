/**
 * `npm start`: builds the extension, opens the embedded workspace with it, replays a real development's
 * sales record through the real commands and serves the sales-control board at a local address.
 *
 *   --exit                 stop after the summary, with status 0
 *   --json                 the summary as one JSON object on the last line
 *   --sales-record FILE    another file of the same register
 *   --skip-bad-rows        leave rows out that cannot be read, instead of stopping
 *   --keep DIR             keep the data on disk, and go on with it the next time
 *   --port N               serve at this port (2121)
 */
import { parseArgs } from 'node:util';
import { startDemo } from '#scripts/start/start-demo.ts';

const { values } = parseArgs({
  options: {
    exit: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    'sales-record': { type: 'string' },
    'skip-bad-rows': { type: 'boolean', default: false },
    keep: { type: 'string' },
    port: { type: 'string', default: '2121' },
  },
});

process.exitCode = await startDemo({
  isExiting: values.exit,
  isJson: values.json,
  salesRecord: values['sales-record'] ?? null,
  skipBadRows: values['skip-bad-rows'],
  keepDir: values.keep ?? null,
  port: Number(values.port),
});
if (process.exitCode !== 0 || values.exit) process.exit();
