import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { outputFolder } from '#scripts/build/stage.ts';
import { BUILT, NOT_BUILT, readManifest } from './outputs.ts';

const MOST_BYTES = 450_000;

describe.skipIf(NOT_BUILT).each(BUILT)('the %s build', (generation) => {
  it('has widgets of at most 450 KB each', async () => {
    const folder = outputFolder(generation);
    const bundles = await glob('widgets/**/*.mjs', { cwd: folder });
    const sizes = await Promise.all(
      bundles.map(async (bundle) => [bundle, (await stat(path.join(folder, bundle))).size] as const),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(([, size]) => size > MOST_BYTES)).toEqual([]);
  });

  it('has the widget of every entry of the command menu, and says when the entry is offered', async () => {
    const manifest = await readManifest(generation);
    const components = new Set(idsOf(manifest.frontComponents));
    const commands = manifest.commandMenuItems as Record<string, string>[];
    expect(commands.length).toBeGreaterThanOrEqual(34);
    for (const command of commands) {
      expect(components).toContain(command.frontComponentUniversalIdentifier);
      // What is about no record is offered everywhere.
      if (command.availabilityType === 'GLOBAL') continue;
      expect(command.conditionalAvailabilityExpression).toMatch(
        /^(numberOfSelectedRecords (== 1|>= 2 and noneEquals\()|noneEquals\()/,
      );
    }
  });

  it('shows the sales-control board on a page of its own and on the pages of buildings and projects', async () => {
    const manifest = await readManifest(generation);
    const [board] = (manifest.frontComponents as Record<string, string>[]).filter(
      ({ name }) => name === 'sales-control',
    );
    const pages = (manifest.pageLayouts as Record<string, unknown>[]).filter((page) =>
      JSON.stringify(page).includes(board?.universalIdentifier ?? 'none'),
    );
    expect(pages.map(({ type }) => type).sort()).toEqual(['RECORD_PAGE', 'RECORD_PAGE', 'STANDALONE_PAGE']);
  });
});

function idsOf(entities: unknown): string[] {
  return (entities as { universalIdentifier: string }[]).map((entity) => entity.universalIdentifier);
}
