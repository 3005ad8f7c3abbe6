/** Shapes that inputs of commands are made of. zod/mini, because every function bundle carries it. Pure. */
import * as z from 'zod/mini';
import { type Money, parseMoney, toMicros } from '#domain/shared/money.ts';
import { isPlainDate, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';

const MAX_TEXT = 1_000;

/** The caller's own id of this request: the same id is never carried out twice. */
export const requestId = z
  .string()
  .check(
    z.minLength(8, 'must have at least 8 characters'),
    z.maxLength(100, 'must have at most 100 characters'),
  );
export const recordId = z.uuid('must be the id of a record');
export const text = z
  .string()
  .check(z.trim(), z.maxLength(MAX_TEXT, `must have at most ${MAX_TEXT} characters`));
export const requiredText = text.check(z.minLength(1, 'must not be empty'));
/** A decimal string such as "1234.50"; its currency comes from the record that it is about. */
export const amount = z
  .string()
  .check(z.trim(), z.regex(/^\d{1,15}(\.\d{1,4})?$/, 'must be an amount like "1234.50"'));
export const date = z.pipe(
  z.string().check(z.refine(isPlainDate, 'must be a date like 2025-01-31')),
  z.transform((value) => value as PlainDate),
);
export const instant = z.iso.datetime({ offset: true, error: 'must be a time like 2025-01-31T09:00:00Z' });

/** @returns the input, or a refusal that names the field and what is wrong with it. */
export function parseInput<T>(schema: z.ZodMiniType<T>, body: unknown): Decision<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { plan: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || 'request';
  const isMissing = issue?.code === 'invalid_type' && valueAt(body, issue.path) === undefined;
  return refuse({
    code: 'INVALID_INPUT',
    field,
    problem: isMissing ? 'is missing' : (issue?.message ?? 'is wrong'),
  });
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (value, key) => (typeof value === 'object' && value !== null ? value[key as never] : undefined),
    body,
  );
}

/** Reads an amount in the currency of its record. */
export function inputMoney(field: string, value: string, currency: string): Decision<Money> {
  try {
    const money = parseMoney(value, currency);
    toMicros(money);
    return { plan: money };
  } catch (error) {
    return refuse({
      code: 'INVALID_INPUT',
      field,
      problem: error instanceof Error ? error.message : 'is no amount',
    });
  }
}
