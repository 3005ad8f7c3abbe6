/** What is built stays small: functions start cold, widgets load in a browser (design §3.4). */
import { statSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/build/definition-files.ts';

const KB = 1_000;
const NOTHING_BUILT = 'Nothing is built. Run "npm run build -- --sdk all", then the tests.';

const BUNDLES = globSync('.keyturn/build/*/.twenty/output/{extension,widgets}/**/*.mjs', {
  cwd: ROOT,
  dot: true,
})
  .sort()
  .map((file) => ({ file, size: statSync(`${ROOT}/${file}`).size }));

const generations = [...new Set(BUNDLES.map(({ file }) => file.split('/')[2] ?? ''))];

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

  it('no function is larger than 400 KB', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    expect(tooLarge(/\/output\/extension\//, 400 * KB)).toEqual([]);
  });

  it('no widget is larger than 450 KB', () => {
    expect(generations, NOTHING_BUILT).not.toEqual([]);
    expect(tooLarge(/\/output\/widgets\//, 450 * KB)).toEqual([]);
  });
});
