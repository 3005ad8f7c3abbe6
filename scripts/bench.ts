/**
 * `npm run bench`: how fast, as ratios of two things done in turns in the same run. Prints one JSON object.
 * A ratio near the last one is good; an absolute time says little about another machine.
 */
import { benchBoard } from '#scripts/bench/bench-board.ts';
import { benchLaunch } from '#scripts/bench/bench-launch.ts';
import { benchReplay } from '#scripts/bench/bench-replay.ts';
import { benchReserve } from '#scripts/bench/bench-reserve.ts';
import { benchSchedule } from '#scripts/bench/bench-schedule.ts';
import { benchSweep } from '#scripts/bench/bench-sweep.ts';
import { buildExtension } from '#scripts/build/build-extension.ts';
import { openWorkspace } from '#scripts/workspace/index.ts';

const { outputDir } = await buildExtension('current');
const sweep = await benchSweep(outputDir);
const workspace = await openWorkspace({ outputDir });
const results = {
  'board of 300 units, from mount to full / a plain HTML table': await benchBoard('board-300'),
  'board of 1,500 units, from mount to full / a plain HTML table': await benchBoard('board-1500'),
  'schedule 10,000 contracts / dinero.js allocate': await benchSchedule(),
  'reserve-unit over HTTP / bare SQL': await benchReserve(workspace),
  'launch day, 200 clients for 120 units / bare SQL': await benchLaunch(workspace),
  'replay of the sample record': await benchReplay(workspace),
  'nightly sweep of 100,000 installments / one SQL statement': sweep,
};
await workspace.close();
console.log(JSON.stringify(results, null, 2));
process.exit();
