/**
 * The terms of payment as records keep them: late fee and order of allocation (D3, D4). A project sets
 * them; a contract keeps those of the day on which it was signed. Reads records, writes nothing.
 */
import type { AllocationOrder, LateFeeTerms } from '#domain/ledger/index.ts';
import { compareDecimals, type Decimal, decimalOf } from '#domain/shared/decimal.ts';
import type { Fields } from '#port/records.ts';

const TERM_FIELDS = [
  'allocationOrder',
  'lateFeeRate',
  'lateFeeGraceDays',
  'lateFeeGraceFrom',
  'lateFeeBandDays',
  'lateFeeBandRate',
  'lateFeeBandMode',
  'lateFeeCapPercent',
] as const;

export type TermFields = Pick<Fields<'project'>, (typeof TERM_FIELDS)[number]>;

const STANDARD_TERMS: TermFields = {
  allocationOrder: 'PRINCIPAL_FIRST',
  lateFeeRate: null,
  lateFeeGraceDays: null,
  lateFeeGraceFrom: 'DUE',
  lateFeeBandDays: null,
  lateFeeBandRate: null,
  lateFeeBandMode: 'WHOLE_PERIOD',
  lateFeeCapPercent: null,
};

/** What a new contract takes over from its project. */
export function termsOf(project: TermFields | null): TermFields {
  if (project === null) return STANDARD_TERMS;
  return Object.fromEntries(TERM_FIELDS.map((name) => [name, project[name]])) as TermFields;
}

/** null when nothing is asked for being late. */
export function lateFeeTermsOf(terms: TermFields): LateFeeTerms | null {
  const ratePerDay = perTenThousand(terms.lateFeeRate);
  if (ratePerDay === null) return null;
  const secondRate = perTenThousand(terms.lateFeeBandRate);
  const { lateFeeBandDays: afterDays, lateFeeBandMode: mode, lateFeeCapPercent: cap } = terms;
  return {
    ratePerDay,
    graceDays: Math.max(terms.lateFeeGraceDays ?? 0, 0),
    graceFrom: terms.lateFeeGraceFrom,
    // D3: a second rate that is lower would make the fee shrink with the days; it does not count.
    band:
      afterDays === null || secondRate === null || compareDecimals(secondRate, ratePerDay) < 0
        ? null
        : { afterDays, ratePerDay: secondRate, mode },
    capPercent: cap === null || cap <= 0 ? null : decimalOf(cap),
  };
}

export function orderOf({ allocationOrder }: TermFields): AllocationOrder {
  return allocationOrder;
}

/** "5" per ten thousand is the rate 0.0005. */
function perTenThousand(rate: number | null): Decimal | null {
  if (rate === null || rate <= 0) return null;
  const { units, places } = decimalOf(rate);
  return { units, places: places + 4 };
}
