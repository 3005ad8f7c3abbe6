/** Sales by day, week, month or year, and this period against the same days of the last one (F1, D11). */
import {
  averagePrice,
  type Grain,
  netContracts,
  noVolume,
  sameDayBefore,
  shifted,
  startOf,
  type Volume,
} from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { countSum, dayOf, inCurrency, moneySum, volumeOf } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { periodsOf } from './queries.ts';

export type SalesOfSpan = {
  signed: Volume;
  ended: Volume;
  net: Volume;
  reserved: number;
  /** Null where receipts cannot be told, of one project alone. */
  received: Money | null;
  /** Of homes, shops and offices; parking and storage have areas of their own kind. */
  price: Money | null;
};

export type SalesReport = {
  grain: Grain;
  periods: (SalesOfSpan & { start: PlainDate; end: PlainDate })[];
  now: SalesOfSpan;
  before: SalesOfSpan;
  start: PlainDate;
};

const NO_HOMES = ['PARKING', 'STORAGE'];

export function salesReport(answer: BoardAnswer, told: Told): SalesReport {
  const { grain, starts } = periodsOf(told);
  const { today } = told;
  const start = startOf(today, grain);
  const last = shifted(start, grain, -1);
  const spans = spansOf(answer, told);
  return {
    grain,
    start,
    periods: starts.map((each) => {
      const end = shifted(each, grain, 1);
      return { start: each, end, ...spans((day) => day >= each && day < end) };
    }),
    now: spans((day) => day >= start),
    before: spans((day) => day >= last && day <= sameDayBefore(today, grain)),
  };
}

function spansOf({ groups }: BoardAnswer, { currency }: Told) {
  const [signed, ended, reserved] = [groups.signed, groups.ended, groups.reserved].map((list) =>
    inCurrency(list, currency),
  ) as [Group[], Group[], Group[]];
  const receipts = groups.receipts === undefined ? null : inCurrency(groups.receipts, currency);
  return (isWithin: (day: PlainDate) => boolean): SalesOfSpan => {
    const within = (list: readonly Group[], field: string) =>
      list.filter((group) => {
        const day = dayOf(group, field);
        return day !== null && isWithin(day);
      });
    const [came, went] = [within(signed, 'signedOn'), within(ended, 'cancelledOn')];
    const volumes = [volumeOf(came, currency), volumeOf(went, currency)] as const;
    const homes = (list: readonly Group[]) =>
      volumeOf(
        list.filter((group) => !NO_HOMES.includes(group.by['unit.kind'] ?? '')),
        currency,
      );
    const nothing = noVolume(currency);
    return {
      signed: volumes[0],
      ended: volumes[1],
      // Amounts are what contracts ask now, so a swapped unit is in its signing already.
      net: netContracts(...volumes, nothing),
      reserved: countSum(within(reserved, 'reservedAt')),
      received: receipts === null ? null : moneySum(within(receipts, 'bookedOn'), 'amount', currency),
      price: averagePrice(netContracts(homes(came), homes(went), nothing)),
    };
  };
}
