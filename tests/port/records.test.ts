/** The records that commands read and write are the objects that install, field by field. */
import { describe, expect, it } from 'vitest';
import { RECORDS, RELATIONS } from '#port/records.ts';
import { fieldBehind, OBJECTS, objectNamed, shortName } from '../architecture/definitions.ts';

/** Objects of Twenty's own, of which a command knows only a little. */
const STANDARD = ['person', 'company', 'workspaceMember', 'dashboard'];

type Kind = { kind: string; empty?: unknown };

const OWN = Object.entries(RECORDS).filter(([object]) => !STANDARD.includes(object));
const FIELDS = OWN.flatMap(([object, fields]) =>
  Object.entries(fields as Record<string, Kind>).map(([name, kind]) => ({ object, name, ...kind })),
);

/** The types that fit what a record says of a field. */
function fittingTypes({ kind, empty, name }: Kind & { name: string }): string[] {
  if (kind === 'money') return ['CURRENCY'];
  if (kind === 'fullName') return ['FULL_NAME'];
  if (empty === '') return ['TEXT'];
  if (typeof empty === 'boolean') return ['BOOLEAN'];
  if (typeof empty === 'string') return ['SELECT'];
  if (/Id$/.test(name)) return ['RELATION'];
  return ['NUMBER', 'DATE', 'DATE_TIME', 'RAW_JSON', 'SELECT'];
}

describe('a record', () => {
  it.each(FIELDS)('$object.$name is a field of the object, of a fitting type', (field) => {
    const found = fieldBehind(objectNamed(field.object), field.name);
    expect(found).toBeDefined();
    expect(fittingTypes(field)).toContain(found?.type);
  });

  it.each(FIELDS.filter(({ empty }) => typeof empty === 'string' && empty !== ''))(
    '$object.$name begins as "$empty", which is one of its options',
    ({ object, name, empty }) => {
      const options = fieldBehind(objectNamed(object), name)?.options ?? [];
      expect(options.map(({ value }) => value)).toContain(empty);
    },
  );

  const choices = FIELDS.filter(
    ({ object, name }) => fieldBehind(objectNamed(object), name)?.type === 'SELECT',
  ).map(({ object, name, empty }) => ({ path: `${object}.${name}`, object, name, empty }));

  it.each(choices)('the choice $path begins where the workspace begins it', ({ object, name, empty }) => {
    const { defaultValue } = fieldBehind(objectNamed(object), name) ?? {};
    expect(defaultValue ?? null).toBe(typeof empty === 'string' ? `'${empty}'` : null);
  });

  it('is there for every object that commands touch, and for no other', () => {
    const untouched = ['right'];
    const expected = OBJECTS.map(shortName).filter((name) => !untouched.includes(name));
    expect(OWN.map(([object]) => object).sort()).toEqual(expected.sort());
  });
});

describe('a relation that a read brings along', () => {
  const relations = Object.entries(RELATIONS).flatMap(([object, targets]) =>
    Object.entries(targets).map(([name, target]) => ({ object, name, target })),
  );

  it.each(relations.filter(({ target }) => !STANDARD.includes(target)))(
    '$object.$name leads to $target',
    ({ object, name, target }) => {
      const field = fieldBehind(objectNamed(object), name);
      expect(field?.universalSettings?.relationType).toBe('MANY_TO_ONE');
      expect(field?.relationTargetObjectMetadataUniversalIdentifier).toBe(
        objectNamed(target).universalIdentifier,
      );
    },
  );

  it.each(relations)('$object.$name has its foreign key in the record', ({ object, name }) => {
    expect(Object.keys(RECORDS[object as keyof typeof RECORDS])).toContain(`${name}Id`);
  });
});
