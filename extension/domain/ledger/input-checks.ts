/** What a person may have typed wrong in the figures of a rule: the field and the problem, or null. */
import { compareDecimals, type Decimal, decimal, formatDecimal } from '#domain/shared/decimal.ts';
import type { Money } from '#domain/shared/money.ts';
import { type Refusal, refuse } from '#domain/shared/refusal.ts';

export type Problem = { refused: Refusal };

export function invalid(field: string, problem: string): Problem {
  return refuse({ code: 'INVALID_INPUT', field, problem });
}

export function aboveZero(field: string, amount: Money): Problem | null {
  return amount.minor > 0n ? null : invalid(field, 'must be above zero');
}

export function notNegative(field: string, amount: Money): Problem | null {
  return amount.minor >= 0n ? null : invalid(field, 'must not be negative');
}

const HUNDRED = decimal(100n);

/** A percent or another decimal from zero to `most`, both included. */
export function fromZeroTo(field: string, value: Decimal, most = HUNDRED): Problem | null {
  const isWithin = value.units >= 0n && compareDecimals(value, most) <= 0;
  return isWithin ? null : invalid(field, `must be from 0 to ${formatDecimal(most)}`);
}
