import { expect, it } from 'vitest';
import { outputFolder } from '#scripts/build/stage.ts';
import { openWorkspace } from '#scripts/workspace/index.ts';
import { AGEING } from '#widgets/insight/ageing/ageing.widget.tsx';
import { CASH_FORECAST } from '#widgets/insight/cash-forecast/cash-forecast.widget.tsx';
import { COLLECTIONS_COCKPIT } from '#widgets/insight/collections-cockpit/collections-cockpit.widget.tsx';
import { EXECUTIVE_OVERVIEW } from '#widgets/insight/executive-overview/executive-overview.widget.tsx';
import { FUNNEL } from '#widgets/insight/funnel/funnel.widget.tsx';
import { HANDOVER_PROGRESS } from '#widgets/insight/handover-progress/handover-progress.widget.tsx';
import { INVENTORY_PRICE } from '#widgets/insight/inventory-price/inventory-price.widget.tsx';
import { LEAGUE_TABLE } from '#widgets/insight/league-table/league-table.widget.tsx';
import { MORTGAGE_PROGRESS } from '#widgets/insight/mortgage-progress/mortgage-progress.widget.tsx';
import { SALES_REPORT } from '#widgets/insight/sales-report/sales-report.widget.tsx';
import { BIG, fillBigGround, SMALL } from './big-ground.ts';
import { readFigures } from './read.ts';

it.each([
  ['small', SMALL],
  ['big', BIG],
] as const)('%s', { timeout: 300_000 }, async (_, size) => {
  const workspace = await openWorkspace({ outputDir: outputFolder('legacy') });
  const members = (await workspace.sql('SELECT id FROM "workspaceMember"')) as { id: string }[];
  const t0 = performance.now();
  await fillBigGround(
    workspace,
    size,
    new Date().toISOString().slice(0, 10),
    members.map((m) => m.id),
  );
  process.stderr.write(`filled ${(performance.now() - t0) | 0}\n`);
  for (const board of [
    SALES_REPORT,
    FUNNEL,
    COLLECTIONS_COCKPIT,
    AGEING,
    INVENTORY_PRICE,
    MORTGAGE_PROGRESS,
    HANDOVER_PROGRESS,
    LEAGUE_TABLE,
    EXECUTIVE_OVERVIEW,
    CASH_FORECAST,
  ]) {
    const t1 = performance.now();
    const { figures, requests, bytes } = await readFigures(workspace, board as typeof SALES_REPORT).catch(
      (e) => ({ figures: String(e), requests: -1, bytes: 0 }),
    );
    process.stderr.write(
      `${board.title} ${(performance.now() - t1) | 0}ms ${requests} ${bytes} ${JSON.stringify(figures, (_, v) => (typeof v === 'bigint' ? Number(v) : v)).slice(0, 700)}\n`,
    );
  }
  await workspace.close();
  expect(1).toBe(1);
});
