/**
 * The fields that inputs of `calc` are made of. Each is read to its exact value or refused with what is
 * wrong: an amount never passes through a float, and a JSON number is what JavaScript prints for it.
 */
import * as z from 'zod/mini';
import { type Decimal, parseDecimal } from '#domain/shared/decimal.ts';
import { type Money, minorDigits, NO_CURRENCY, parseMoney } from '#domain/shared/money.ts';
import { isPlainDate, type PlainDate } from '#domain/shared/plain-date.ts';

/** What is wrong with a value: "must not be negative". */
export class Unreadable extends Error {}

/** A field that is read by a function which returns the value or throws `Unreadable`. */
export function field<T>(read: (value: unknown) => T) {
  return z.pipe(
    z.unknown(),
    z.transform((value, context): T => {
      try {
        if (value === undefined) throw new Unreadable('is missing');
        return read(value);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        context.issues.push({ code: 'custom', message: error.message, input: value });
        return z.NEVER;
      }
    }),
  );
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** An amount that is not negative, in the currency of the input, or with two decimals where it names none. */
export function amountIn(currency: string) {
  return field((value): Money => {
    const example = minorDigits(currency) === 0 ? '"1234"' : '"1234.50"';
    if (typeof value === 'number') {
      throw new Unreadable(`must be a decimal string like ${example}, not a JSON number`);
    }
    if (typeof value !== 'string' || !DECIMAL.test(value)) {
      throw new Unreadable(`must be a decimal string like ${example}`);
    }
    if (value.startsWith('-')) throw new Unreadable('must not be negative');
    return exactMoney(value, currency);
  });
}

function exactMoney(text: string, currency: string): Money {
  try {
    return parseMoney(text, currency);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const named = currency === NO_CURRENCY ? '' : ` in ${currency}`;
    throw new Unreadable(`must have at most ${minorDigits(currency)} decimal places${named}`);
  }
}

export type AmountField = ReturnType<typeof amountIn>;

/** The text of a decimal string or of a JSON number that prints as one. */
function decimalText(value: unknown): string {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new Unreadable('is too large for a JSON number: give it as a decimal string');
  }
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !DECIMAL.test(text)) {
    throw new Unreadable('must be a decimal like "4.9", without an exponent');
  }
  if (text.startsWith('-')) throw new Unreadable('must not be negative');
  return text;
}

/** @throws Unreadable when the value is no decimal, or a negative one. */
export function readDecimal(value: unknown): Decimal {
  const text = decimalText(value);
  try {
    return parseDecimal(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unreadable('must have at most 15 digits before and 12 after the decimal point');
  }
}

/** A percent, a rate, a multiplier: a decimal string or a JSON number that is not negative. */
export const decimalField = field(readDecimal);

/** Whole numbers: months, days, times. */
export const wholeField = field((value): number => {
  const text = decimalText(value);
  if (!/^\d{1,15}$/.test(text)) throw new Unreadable('must be a whole number');
  return Number(text);
});

/** Far enough for any contract; what is added to it stays a date of four digits of the year. */
const LAST_DATE = '2999-12-31';

export const dateField = field((value): PlainDate => {
  if (typeof value !== 'string' || !isPlainDate(value))
    throw new Unreadable('must be a date like 2025-01-31');
  if (value > LAST_DATE) throw new Unreadable(`must be a date up to ${LAST_DATE}`);
  return value;
});

export const textField = field((value): string => {
  if (typeof value !== 'string' || value.trim() === '')
    throw new Unreadable('must be a text that is not empty');
  return value;
});

export const yesNoField = field((value): boolean => {
  if (typeof value !== 'boolean') throw new Unreadable('must be true or false');
  return value;
});

export const currencyField = field((value): string => {
  if (typeof value !== 'string' || !isCurrency(value))
    throw new Unreadable('must be a currency code like EUR');
  return value;
});

export function isCurrency(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

/** One of a few words: `oneOf('BUYER', 'SELLER')`. */
export function oneOf<const W extends string>(...words: readonly W[]) {
  return field((value): W => {
    const word = words.find((one) => one === value);
    if (word === undefined) throw new Unreadable(`must be ${words.map((one) => `"${one}"`).join(' or ')}`);
    return word;
  });
}

/** An object with these fields and no others: a misspelt one is refused, not ignored. */
export function object<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, missingOr('must be an object'));
}

const MOST_ITEMS = 100_000;

export function list<T extends z.core.$ZodType>(item: T, most = MOST_ITEMS) {
  return z
    .array(item, missingOr('must be a list'))
    .check(z.maxLength(most, `must have at most ${most} entries`));
}

function missingOr(problem: string) {
  return { error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : problem) };
}

export const optional = z.optional;
/** What may be null; it has to be written, so that a forgotten field is not taken for a null. */
export const orNull = z.nullable;
