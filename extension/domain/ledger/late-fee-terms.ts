/** The late fee that a project or contract asks for, as its fields say it (D3). */
import { compareDecimals, type Decimal, decimalOf } from '#domain/shared/decimal.ts';
import type { BandMode, GraceFrom, LateFeeTerms } from './late-fee.ts';

export type LateFeeFields = {
  lateFeeRate: number | null;
  lateFeeGraceDays: number | null;
  lateFeeGraceFrom: GraceFrom;
  lateFeeBandDays: number | null;
  lateFeeBandRate: number | null;
  lateFeeBandMode: BandMode;
  lateFeeCapPercent: number | null;
};

/** null when nothing is asked for being late. */
export function lateFeeTermsOf(terms: LateFeeFields): LateFeeTerms | null {
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

/** "5" per ten thousand is the rate 0.0005. */
function perTenThousand(rate: number | null): Decimal | null {
  if (rate === null || rate <= 0) return null;
  const { units, places } = decimalOf(rate);
  return { units, places: places + 4 };
}
