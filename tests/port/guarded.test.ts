/** C1.2: states, locks and money are written by commands alone; the lists that say which fields those are. */
import { describe, expect, it } from 'vitest';
import {
  COMMAND_MADE,
  DERIVED,
  type GuardedObject,
  guardedFields,
  isGuarded,
  SEALED,
} from '#port/guarded.ts';
import { RECORDS } from '#port/records.ts';
import { fieldBehind, OBJECTS, objectNamed, shortName } from '../architecture/definitions.ts';

const GUARDED = Object.keys(SEALED) as GuardedObject[];

describe.each(GUARDED)('the guarded fields of %s', (object) => {
  it('are fields of its record', () => {
    expect(Object.keys(RECORDS[object])).toEqual(expect.arrayContaining(guardedFields(object)));
  });

  it('are fields of the object that installs', () => {
    const missing = guardedFields(object).filter((name) => !fieldBehind(objectNamed(object), name));
    expect(missing).toEqual([]);
  });

  it('are either decided or derived, never both, and none twice', () => {
    const all = guardedFields(object);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(SEALED[object].length + DERIVED[object].length);
  });

  it('do not contain the seal itself, which lies beside them', () => {
    expect(guardedFields(object)).not.toContain('seal');
    expect(fieldBehind(objectNamed(object), 'seal')?.type).toBe('RAW_JSON');
  });
});

describe('what commands alone make', () => {
  it.each([...COMMAND_MADE])('%s is guarded, and the workspace offers nobody to create one', (object) => {
    expect(isGuarded(object)).toBe(true);
    expect(objectNamed(object).isUICreatable).toBe(false);
  });

  it.each([...COMMAND_MADE])('every state and amount of %s is guarded (C1.2)', (object) => {
    const decided = objectNamed(object)
      .fields.filter(({ type, name }) => type === 'CURRENCY' || name === 'state')
      .map(({ name }) => name);
    expect(guardedFields(object)).toEqual(expect.arrayContaining(decided));
  });

  it('units, milestones and release batches are made by people; their states are not', () => {
    expect(GUARDED.filter((object) => !COMMAND_MADE.includes(object)).sort()).toEqual([
      'milestone',
      'releaseBatch',
      'unit',
    ]);
    expect(guardedFields('unit')).toEqual(expect.arrayContaining(['state', 'holder', 'heldUntil']));
    expect(guardedFields('milestone')).toContain('certifiedOn');
  });

  it('every object with a seal is guarded', () => {
    const sealed = OBJECTS.filter((object) => fieldBehind(object, 'seal')).map(shortName);
    expect(sealed.sort()).toEqual([...GUARDED].sort());
  });

  it.each([
    'project',
    'paymentPlan',
    'dunningStep',
    'commissionPlan',
    'calendarDay',
    'unitLock',
    'gatewayEvent',
    'jobRun',
    'auditEntry',
    'person',
  ])('%s is not guarded', (name) => {
    expect(isGuarded(name)).toBe(false);
  });
});
