/**
 * How much was sold: contracts, area and amount, which only together tell it, and the net of them (D11,
 * 净签约 = 签约 - 退房 + 换房).
 */
import { add, type Money, subtract, zero } from '#domain/shared/money.ts';
import { change, type Ratio } from './ratio.ts';

export type Volume = {
  count: number;
  /** Ten-thousandths of a square metre, as contracts have four decimals of it. */
  area: bigint;
  amount: Money;
};

export function noVolume(currency: string): Volume {
  return { count: 0, area: 0n, amount: zero(currency) };
}

/** @throws CurrencyMismatch */
export function addVolumes(volumes: readonly Volume[], currency: string): Volume {
  return volumes.reduce(
    (all, one) => ({
      count: all.count + one.count,
      area: all.area + one.area,
      amount: add(all.amount, one.amount),
    }),
    noVolume(currency),
  );
}

/**
 * Net contracts: signed less cancelled, plus the net of swaps. Basis: by signing date and by cancellation date, so
 * that the end of an earlier month's contract hits the month in which it ends. Unit: contracts, m², money. A
 * period may be below zero. Swaps are nothing where amounts are those that contracts have now, for then the new
 * unit's price is in the signing already.
 */
export function netContracts(signed: Volume, cancelled: Volume, swaps: Volume): Volume {
  return {
    count: signed.count - cancelled.count + swaps.count,
    area: signed.area - cancelled.area + swaps.area,
    amount: add(subtract(signed.amount, cancelled.amount), swaps.amount),
  };
}

/**
 * Average price of a square metre: net amount by net area, weighted and not the mean of prices. Unit: minor
 * units for a square metre, half up. Without parking, whose area is no home's; whoever asks leaves it out.
 * n/a without area.
 */
export function averagePrice({ amount, area }: Volume): Money | null {
  if (area <= 0n) return null;
  const scaled = amount.minor * 10_000n;
  const isNegative = scaled < 0n;
  const absolute = isNegative ? -scaled : scaled;
  const minor = (absolute * 2n + area) / (area * 2n);
  return { minor: isNegative ? -minor : minor, currency: amount.currency };
}

export type VolumeChange = { count: Ratio; amount: Ratio };

/** This period against the last one; n/a where the last one had nothing. */
export function volumeChange(now: Volume, before: Volume): VolumeChange {
  return { count: change(now.count, before.count), amount: change(now.amount.minor, before.amount.minor) };
}
