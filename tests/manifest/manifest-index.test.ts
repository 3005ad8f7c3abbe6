import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';
import { outputFolder, type SdkGeneration } from '#scripts/build/stage.ts';
import { manifestIndex } from '#scripts/manifest/manifest-index.ts';

async function builtIndex(generation: SdkGeneration) {
  const text = await readFile(path.join(outputFolder(generation), 'manifest.json'), 'utf8');
  return manifestIndex(JSON.parse(text));
}

describe('manifest.json', () => {
  it('is the index of what the build installs; run "npm run manifest" after a change of the model', async () => {
    const committed = JSON.parse(await readFile(projectPath('manifest.json'), 'utf8'));
    expect(await builtIndex('current')).toEqual(committed);
  });

  it('is the same whichever SDK builds', async () => {
    const [current, legacy] = [await builtIndex('current'), await builtIndex('legacy')];
    expect(legacy.entities).toEqual(current.entities);
  });

  it('names every entity by a key of ours, never by a bare identifier', async () => {
    const { entities } = await builtIndex('current');
    const bare = Object.values(entities)
      .flat()
      .filter((line) => /^[0-9a-f]{8}-/.test(line));
    expect(bare).toEqual([]);
  });
});
