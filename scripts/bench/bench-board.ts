/**
 * The sales-control board in a headless browser: from mounting the real bundle to the last cell laid out, reads and
 * all, against setting a plain HTML table of the very same texts. A fresh page each time, as people open it.
 */
import { sourceBundle } from '#tests/widgets/harness/bundles.ts';
import { HAS_CHROMIUM, type Harness, startHarness } from '#tests/widgets/harness/open-scene.ts';
import { sceneNamed } from '#tests/widgets/harness/scenes.ts';
import { median, type Ratio } from './ratio.ts';

const ROUNDS = 5;

export type BoardFigures = Ratio & { cells: number };

/** Null on a machine without a Chromium. */
export async function benchBoard(sceneName: string): Promise<BoardFigures | null> {
  if (!HAS_CHROMIUM) return null;
  const harness = await startHarness(sourceBundle);
  const rounds: Round[] = [];
  // One round first to warm up.
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await measure(harness, sceneName));
  await harness.close();
  const measured = rounds.slice(1);
  const [ours, theirs] = [
    median(measured.map(({ board }) => board)),
    median(measured.map(({ table }) => table)),
  ];
  return {
    ratio: Math.round((ours / theirs) * 10) / 10,
    ours: `${ours.toFixed(0)} ms`,
    theirs: `${theirs.toFixed(1)} ms`,
    rounds: ROUNDS,
    cells: measured[0]?.cells ?? 0,
  };
}

type Round = { board: number; table: number; cells: number };

async function measure(harness: Harness, sceneName: string): Promise<Round> {
  const page = await harness.open(sceneNamed(sceneName));
  await page.waitForFunction(() => performance.getEntriesByName('full').length > 0, undefined, {
    timeout: 60_000,
  });
  // No function of a name within: the transpiler would mark its name by one that the page has not.
  const round = await page.evaluate(() => {
    const [full, mount] = ['full', 'mount'].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime ?? 0,
    );
    const board = (full ?? 0) - (mount ?? 0);
    const rows = [...document.querySelectorAll('[role=row]')].map((row) =>
      [...row.children].map(
        (cell) => `<td>${[...cell.children].map((part) => part.textContent).join('<br>')}</td>`,
      ),
    );
    const cells = document.querySelectorAll('[role=gridcell]').length;
    const html = `<table>${rows.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table>`;
    const table = document.createElement('div');
    document.body.replaceChildren(table);
    document.body.getBoundingClientRect();
    const started = performance.now();
    table.innerHTML = html;
    table.getBoundingClientRect();
    return { board, table: performance.now() - started, cells };
  });
  await page.close();
  return round;
}
