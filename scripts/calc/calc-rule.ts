/** What a rule of `calc` is: the fields of its input, and a function that works the answer out of them. */
import type * as z from 'zod/mini';
import { NO_CURRENCY } from '#domain/shared/money.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { type AmountField, amountIn, isCurrency } from './fields.ts';

/** JSON, its keys in the order of the interface. */
export type Answer = { [key: string]: unknown };

export type CalcRule = { run(input: unknown): Decision<Answer> };

/**
 * `schema` is handed the field for amounts, which knows the currency of this input; `work` gets the input as
 * read, and its currency for totals over nothing. What `work` refuses is written as an error of the input.
 */
export function calcRule<I>(
  schema: (amount: AmountField) => z.ZodMiniType<I>,
  work: (input: I, currency: string) => Decision<Answer>,
): CalcRule {
  return {
    run(input) {
      const currency = currencyOf(input);
      const parsed = schema(amountIn(currency)).safeParse(input);
      return parsed.success ? work(parsed.data, currency) : refuseFirst(parsed.error.issues);
    },
  };
}

/** A wrong currency code is refused by the schema, in which it comes first. */
function currencyOf(input: unknown): string {
  const { currency } = (input ?? {}) as { currency?: unknown };
  return isCurrency(currency) ? String(currency) : NO_CURRENCY;
}

/** A key that nobody knows comes first: it is often the misspelt one of what is said to be missing. */
function refuseFirst(issues: readonly z.core.$ZodIssue[]) {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown !== undefined) {
    const [key = ''] = unknown.keys;
    return invalid([...unknown.path, key], 'is not a field of this rule');
  }
  const [first] = issues;
  return invalid(first?.path ?? [], first?.message ?? 'is wrong');
}

function invalid(path: readonly PropertyKey[], problem: string) {
  return refuse({ code: 'INVALID_INPUT', field: path.map(String).join('.') || 'input', problem });
}
