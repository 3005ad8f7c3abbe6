/** The league table (F1): what each salesperson sold net, what it was sold below list, and holds that ran out. */
import { add, type Money, subtract, zero } from '#domain/shared/money.ts';
import { discountDepth, holdAbuse } from './rates.ts';
import { type Ratio, ratio } from './ratio.ts';

export type LeagueGroups = {
  signed: readonly { who: string; count: number; amount: Money }[];
  cancelled: readonly { who: string; count: number; amount: Money }[];
  /** Reservations made in the period, whatever became of them. */
  reserved: readonly { who: string; state: string; count: number; agreed: Money; list: Money }[];
  holds: readonly { who: string; state: string; count: number }[];
};

export type LeagueRow = {
  /** Empty: sold without a salesperson, which stands last and has no rank. */
  who: string;
  /** From 1; null for what nobody sold. */
  rank: number | null;
  reserved: number;
  signed: number;
  cancelled: number;
  net: number;
  netAmount: Money;
  /** Reservations of the period that became contracts, of those made in it. */
  conversion: Ratio;
  discount: Ratio;
  holds: number;
  holdAbuse: Ratio;
};

/** By net amount, then net contracts, then the id, so that the order is always the same. Equals share a rank. */
export function leagueTable(groups: LeagueGroups, currency: string): LeagueRow[] {
  const all = [...groups.signed, ...groups.cancelled, ...groups.reserved, ...groups.holds];
  const rows = [...new Set(all.map(({ who }) => who))].map((who) => rowOf(who, groups, currency));
  rows.sort(
    (left, right) =>
      Number(left.who === '') - Number(right.who === '') ||
      Number(right.netAmount.minor - left.netAmount.minor) ||
      right.net - left.net ||
      (left.who < right.who ? -1 : 1),
  );
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const isEqual = before?.netAmount.minor === row.netAmount.minor && before.net === row.net;
    row.rank = row.who === '' ? null : isEqual ? before.rank : index + 1;
  }
  return rows;
}

function rowOf(who: string, groups: LeagueGroups, currency: string): LeagueRow {
  const of = <T extends { who: string }>(list: readonly T[]) => list.filter((each) => each.who === who);
  const counted = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  const money = (amounts: readonly Money[]) => amounts.reduce(add, zero(currency));
  const [signed, cancelled, reserved, holds] = [
    of(groups.signed),
    of(groups.cancelled),
    of(groups.reserved),
    of(groups.holds),
  ];
  const converted = reserved.filter(({ state }) => state === 'CONVERTED');
  return {
    who,
    rank: null,
    reserved: counted(reserved),
    signed: counted(signed),
    cancelled: counted(cancelled),
    net: counted(signed) - counted(cancelled),
    netAmount: subtract(
      money(signed.map(({ amount }) => amount)),
      money(cancelled.map(({ amount }) => amount)),
    ),
    conversion: ratio(counted(converted), counted(reserved)),
    discount: discountDepth(
      money(reserved.map(({ agreed }) => agreed)).minor,
      money(reserved.map(({ list }) => list)).minor,
    ),
    holds: counted(holds),
    holdAbuse: holdAbuse(counted(holds.filter(({ state }) => state === 'EXPIRED')), counted(holds)),
  };
}
