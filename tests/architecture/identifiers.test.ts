/** Design §4: an identifier is given once, never twice, and never to nobody. A changed one is a deleted column. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookupIn } from '#identifiers/table.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { DEFINITIONS } from './definitions.ts';

const FOLDER = 'extension/identifiers';
const ROW = /^ {2}'([^']+)': '([^']+)',$/;

const TABLES = readdirSync(projectPath(FOLDER))
  .filter((name) => name !== 'table.ts')
  .map((name) => {
    const lines = readFileSync(projectPath(`${FOLDER}/${name}`), 'utf8').split('\n');
    const rows = lines.flatMap((line) => {
      const [, key, id] = ROW.exec(line) ?? [];
      return key === undefined || id === undefined ? [] : [{ key, id }];
    });
    return { area: name.replace('.ts', ''), rows };
  });
const ROWS = TABLES.flatMap(({ area, rows }) => rows.map(({ key, id }) => ({ path: `${area} ${key}`, id })));

/** Every text anywhere in what installs. */
function textsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const inner of value) textsIn(inner, found);
  else if (typeof value === 'object' && value !== null) textsIn(Object.values(value), found);
  return found;
}

describe.each(TABLES)('the identifiers of $area', ({ rows }) => {
  it('are sorted by their keys, each key once', () => {
    const keys = rows.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it('are random ones, version 4', () => {
    const odd = rows.filter(
      ({ id }) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
    );
    expect(odd).toEqual([]);
  });
});

describe('identifiers of all tables', () => {
  it('are unique', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { path, id } of ROWS) {
      const other = seen.get(id);
      if (other !== undefined) twice.push(`${path} and ${other}`);
      seen.set(id, path);
    }
    expect(twice).toEqual([]);
    expect(ROWS.length).toBeGreaterThan(500);
  });

  it.each(TABLES.filter(({ area }) => !['pages', 'views'].includes(area)))(
    'of $area are all used by something that installs',
    ({ rows }) => {
      const used = textsIn(
        DEFINITIONS.map(({ config }) => config),
        new Set(),
      );
      expect(rows.filter(({ id }) => !used.has(id))).toEqual([]);
    },
  );

  it('no two things that install share one', () => {
    const owners: string[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) for (const inner of value) visit(inner);
      else if (typeof value === 'object' && value !== null) {
        if ('universalIdentifier' in value) owners.push(String(value.universalIdentifier));
        for (const inner of Object.values(value)) visit(inner);
      }
    };
    for (const { config } of DEFINITIONS) visit(config);
    const twice = owners.filter((id, index) => owners.indexOf(id) !== index);
    expect(twice).toEqual([]);
  });

  it('every one that a definition asks for is there: none is the placeholder', () => {
    const used = textsIn(
      DEFINITIONS.map(({ config }) => config),
      new Set(),
    );
    expect([...used].filter((text) => text.startsWith('00000000-'))).toEqual([]);
  });
});

describe('looking an identifier up', () => {
  const modelId = lookupIn('model', { 'field.unit.state': 'an-id' });

  it('gives the one of the key', () => {
    expect(modelId('field.unit.state')).toBe('an-id');
  });

  it('a key without one is refused with what to do about it', () => {
    expect(() => modelId('field.unit.colour')).toThrow(
      'No identifier for "field.unit.colour" in model. Run "npm run ids" and commit the result.',
    );
  });

  it('collects missing keys instead while the script asks for them', () => {
    const missing = new Set<string>();
    globalThis.__keyturnMissingIdentifiers = missing;
    try {
      expect(modelId('field.unit.colour')).toMatch(/^0{8}-/);
      expect(modelId('field.unit.state')).toBe('an-id');
    } finally {
      globalThis.__keyturnMissingIdentifiers = undefined;
    }
    expect([...missing]).toEqual(['model field.unit.colour']);
  });
});
