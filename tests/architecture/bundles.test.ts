/** What is built stays small: functions start cold, widgets load in a browser (design §3.4). */
import { readFileSync, statSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import { ROOT } from '#scripts/build/definition-files.ts';

const KB = 1_000;
/** The one function that carries the PDF library and its tables of characters; see imports.test.ts. */
const WITH_DOCUMENTS = 'documents.route.mjs';
/** The repair job carries every command of every room; nobody waits for it. */
/** Somebody who sets a workspace up waits for it, once. */
const WITH_SAMPLE = 'sample.route.mjs';
const WITH_ALL_COMMANDS = 'resume-commands.cron.mjs';
const NOTHING_BUILT = 'Nothing is built. Run "npm run build -- --sdk all", then the tests.';

const BUNDLES = globSync('.keyturn/build/*/.twenty/output/{extension,widgets}/**/*.mjs', {
  cwd: ROOT,
  dot: true,
})
  .sort()
  .map((file) => ({ file, size: statSync(`${ROOT}/${file}`).size }));

const generations = [...new Set(BUNDLES.map(({ file }) => file.split('/')[2] ?? ''))];

/**
 * How much of a bundle is ours: the newest SDK brings 100 KB of its own into every function that answers
 * HTTP, the older one nothing. Bundles name the file that each stretch comes from.
 */
function ownSize(file: string): number {
  const parts = readFileSync(`${ROOT}/${file}`, 'utf8').split(/^\/\/ (?=\S+\.[cm]?[jt]sx?$)/m);
  const isSdk = (part: string) => /^\S*node_modules\/twenty-sdk[\w-]*\//.test(part);
  return parts.filter((part) => !isSdk(part)).reduce((size, part) => size + Buffer.byteLength(part), 0);
}

function tooLarge(part: RegExp, most: number): string[] {
  return BUNDLES.filter(({ file, size }) => part.test(file) && size > most).map(
    ({ file, size }) => `${file}: ${Math.ceil(size / KB)} KB`,
  );
}

describe('the bundles of every generation that is built', () => {
  it('are there, functions and widgets', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    for (const generation of generations) {
      const own = BUNDLES.filter(({ file }) => file.includes(`/${generation}/`));
      expect(own.filter(({ file }) => file.includes('/output/extension/functions/')).length).toBeGreaterThan(
        0,
      );
      expect(own.filter(({ file }) => file.includes('/output/widgets/')).length).toBeGreaterThan(0);
    }
  });

  // Each of them carries the words of all refusals and the names of all fields, which two rooms more have made longer.
  it('no function that somebody waits for is larger than 450 KB, but the one that writes documents', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    const except = [WITH_DOCUMENTS, WITH_ALL_COMMANDS, WITH_SAMPLE];
    const large = BUNDLES.filter(({ file }) => /\/output\/extension\//.test(file))
      .filter(({ file }) => !except.some((name) => file.endsWith(`/${name}`)))
      .map(({ file, size }) => ({ file, size, own: ownSize(file) }))
      .filter(({ size, own }) => own > 450 * KB || size > 550 * KB);
    expect(large).toEqual([]);
  });

  it('the repair job, which has every command in it, is no larger than 9 KB a command', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    expect(BUNDLES.some(({ file }) => file.endsWith(`/${WITH_ALL_COMMANDS}`))).toBe(true);
    expect(tooLarge(/\/resume-commands\.cron\.mjs$/, 9 * KB * ALL_COMMANDS.length)).toEqual([]);
  });

  it('the one that writes documents is no larger than 2.7 MB, and fonts are not in it', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    expect(tooLarge(/\/documents\.route\.mjs$/, 2_700 * KB)).toEqual([]);
  });

  it('no widget is larger than 450 KB', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    expect(tooLarge(/\/output\/widgets\//, 450 * KB)).toEqual([]);
  });
});
