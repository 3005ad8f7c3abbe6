/**
 * Cursors: base64 of the order keys' values and the id. As on the real server a key that the query did not
 * select is missing from its cursor, and the next page then starts at the wrong place: always select what
 * you order by.
 */
import { badInput } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';
import type { ApiRecord } from '#scripts/workspace/records/context.ts';
import { isAscending, type OrderBy } from '#scripts/workspace/records/order.ts';
import type { Filter } from '#scripts/workspace/records/where.ts';

type CursorValues = Record<string, unknown>;

export function encodeCursor(record: ApiRecord, orderBy: OrderBy, object: ObjectModel): string {
  const values: CursorValues = {};
  for (const item of orderBy) {
    for (const [name, direction] of Object.entries(item)) {
      const field = object.fieldByName.get(name);
      if (!field) continue;
      if (isCompositeType(field.type) && typeof direction === 'object' && direction !== null) {
        const stored = record[name] as CursorValues | undefined;
        const parts = (values[name] as CursorValues | undefined) ?? {};
        for (const part of Object.keys(direction)) parts[part] = stored?.[part];
        values[name] = parts;
      } else values[name] = record[name];
    }
  }
  return Buffer.from(JSON.stringify({ ...values, id: record.id })).toString('base64');
}

export function decodeCursor(cursor: string): CursorValues {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64').toString()) as CursorValues;
  } catch {
    throw badInput(`Invalid cursor: ${cursor}`, 'INVALID_CURSOR');
  }
}

function directionOf(orderBy: OrderBy, name: string, part?: string): unknown {
  for (const item of orderBy) {
    if (!(name in item)) continue;
    const direction = item[name];
    return part === undefined ? direction : (direction as Record<string, unknown> | undefined)?.[part];
  }
  return undefined;
}

type Step = { equal: Filter; beyond: () => Filter };

/** One step a cursor value: equal to it, or beyond it in the order's direction. */
function stepsOf(values: CursorValues, orderBy: OrderBy, object: ObjectModel, isForward: boolean): Step[] {
  const keys: OrderBy = [...orderBy, { id: 'AscNullsFirst' }];
  const beyond = (name: string, value: unknown, part?: string): Filter => {
    const direction = directionOf(keys, name, part);
    if (direction === undefined) throw badInput('Invalid cursor', 'INVALID_CURSOR');
    const condition = { [isAscending(direction) === isForward ? 'gt' : 'lt']: value };
    return { [name]: part === undefined ? condition : { [part]: condition } };
  };
  return Object.entries(values).flatMap(([name, value]): Step[] => {
    const field = object.fieldByName.get(name);
    if (!field) throw badInput(`Field metadata not found for key: ${name}`, 'INVALID_CURSOR');
    if (isCompositeType(field.type)) {
      return Object.entries((value ?? {}) as CursorValues).map(([part, inner]) => ({
        equal: { [name]: { [part]: { eq: inner } } },
        beyond: () => beyond(name, inner, part),
      }));
    }
    return [{ equal: { [name]: { eq: value } }, beyond: () => beyond(name, value) }];
  });
}

/** The rows behind (or before) a cursor as a filter. */
export function cursorFilter(
  cursor: string,
  orderBy: OrderBy,
  object: ObjectModel,
  isForward: boolean,
): Filter {
  const steps = stepsOf(decodeCursor(cursor), orderBy, object, isForward);
  return {
    or: steps.map((step, index) => ({
      and: [...steps.slice(0, index).map((earlier) => earlier.equal), step.beyond()],
    })),
  };
}
