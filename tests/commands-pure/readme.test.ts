/** The README's table of commands: who integrates Keyturn finds every command there, and none that is gone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const rows = readme
  .slice(readme.indexOf('\n## Commands'), readme.indexOf('\n## Handover and service'))
  .split('\n')
  .flatMap((line) => {
    const [, room = '', commands = ''] = /^\| (\w+) +\| ([^|]+)\|/.exec(line) ?? [];
    return [...commands.matchAll(/`([a-z-]+)`/g)].map(([, name]) => `${room}/${name}`);
  });

describe('the table of commands in the README', () => {
  it('names every command in its room, once, and none that is not there', () => {
    const shown = rows.filter((row) => !row.startsWith('sample/')).sort();
    const known = ALL_COMMANDS.filter(({ name }) => !name.endsWith('-sample-data')).map(
      ({ room, name }) => `${room}/${name}`,
    );
    expect(shown).toEqual(known.sort());
  });
});
