/**
 * The seal: beside a record's sealed fields lies a copy of what commands last wrote into them.
 * Commands decide on the copy, so a price changed by hand never moves money; the watch compares
 * the two and puts the hand's value right.
 */
import { formatMoney, type Money, parseMoney } from '#domain/shared/money.ts';
import { isGuarded, SEALED } from './guarded.ts';
import { type Fields, type ObjectName, RECORDS, type RecordOf } from './records.ts';

type SealedMoney = { amount: string; currency: string };

/** Just these two: an approval's payload may have both among others, and is no amount. */
function isSealedMoney(value: unknown): value is SealedMoney {
  if (typeof value !== 'object' || value === null) return false;
  return 'amount' in value && 'currency' in value && Object.keys(value).length === 2;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

/** The sealed fields of a record as JSON; null for an object without sealed fields. */
export function sealOf(
  object: ObjectName,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  if (!isGuarded(object)) return null;
  return Object.fromEntries(
    SEALED[object].map((name) => {
      const value = record[name] ?? null;
      return [name, isMoney(value) ? { amount: formatMoney(value), currency: value.currency } : value];
    }),
  );
}

/** The sealed fields of a record as it is: a guarded update writes all of them or none. */
export function sealedFields<O extends keyof typeof SEALED>(
  object: O,
  record: RecordOf<O>,
): Partial<Fields<O>> {
  return Object.fromEntries(
    SEALED[object].map((name) => [name, record[name as keyof RecordOf<O>]]),
  ) as Partial<Fields<O>>;
}

export function hasSeal(stored: object): boolean {
  return 'seal' in stored && typeof stored.seal === 'object' && stored.seal !== null;
}

/**
 * The record with its sealed fields as sealed. Without a seal no command has written them yet, so they
 * are at their beginning: a unit made by hand is PLANNED, whatever its column says. A field that an
 * older version did not seal stays as stored.
 */
export function unseal<O extends ObjectName>(object: O, stored: RecordOf<O>): RecordOf<O> {
  if (!isGuarded(object)) return stored;
  const seal = 'seal' in stored && hasSeal(stored) ? (stored.seal as Record<string, unknown>) : null;
  const known = SEALED[object].filter((name) => seal === null || name in seal);
  const values = known.map((name) => {
    const value = seal?.[name];
    if (isSealedMoney(value)) return [name, parseMoney(value.amount, value.currency)];
    const definition: { empty?: unknown } = RECORDS[object][name as never];
    return [name, value ?? definition.empty ?? null];
  });
  return { ...stored, ...Object.fromEntries(values) };
}

export function touchesSeal(object: ObjectName, to: object): boolean {
  return isGuarded(object) && SEALED[object].some((name) => name in to);
}

/** Names of the sealed fields in which the two differ; instants are compared as instants. */
export function driftOf<O extends ObjectName>(object: O, sealed: RecordOf<O>, stored: RecordOf<O>): string[] {
  if (!isGuarded(object)) return [];
  const left = sealOf(object, sealed) ?? {};
  const right = sealOf(object, stored) ?? {};
  return SEALED[object].filter((name) => comparable(left[name]) !== comparable(right[name]));
}

function comparable(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return String(Date.parse(value));
  return JSON.stringify(value ?? null) === '""' ? 'null' : JSON.stringify(value ?? null);
}
