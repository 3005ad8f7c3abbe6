/** The figures of F2 on the worked examples (E18, E20) and what must hold of all of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absorption,
  addVolumes,
  ageBand,
  ageingOfGroups,
  attainment,
  averageDays,
  averageDaysSince,
  averagePrice,
  cancellationCohorts,
  cashForecast,
  change,
  contractCollectionRate,
  discountDepth,
  dueBetween,
  emptyStages,
  funnel,
  holdAbuse,
  lastPeriods,
  lateFeeRecovery,
  leagueTable,
  medianDays,
  monthsOfSupply,
  netContracts,
  noVolume,
  overdueRatio,
  periodCollectionRate,
  ratio,
  rest,
  sameDayBefore,
  shifted,
  startOf,
  stockAge,
  stockOf,
  sumOfArea,
  sumOfMicros,
  volumeChange,
} from '#domain/insight/index.ts';
import { ageing } from '#domain/ledger/ageing.ts';
import { money, sum, toMicros } from '#domain/shared/money.ts';
import { addDays, type PlainDate, plainDate } from '#domain/shared/plain-date.ts';

const day = plainDate;
const twd = (units: number | bigint) => money(BigInt(units) * 100n, 'TWD');
const volume = (count: number, square = 0, units = 0) => ({
  count,
  area: BigInt(square) * 10_000n,
  amount: twd(units),
});
const stock = (state: string, count: number, releasedOn: PlainDate | null = null, square = 0, value = 0) => ({
  state,
  releasedOn,
  count,
  area: BigInt(square) * 10_000n,
  value: BigInt(value),
});

describe('E18, absorption', () => {
  it.each([
    ['100 units, 20 sold', 20, 100, 0.2],
    ['50,000 m² launched, 15,000 sold', 15_000, 50_000, 0.3],
    ['released 200, sold 85', 85, 200, 0.425],
  ])('%s', (_, sold, launched, expected) => {
    const units = stockOf([stock('CONTRACTED', sold), stock('AVAILABLE', launched - sold)], 'CONTRACTED');
    expect(absorption(units).byCount).toBe(expected);
  });

  it('tells count, area and value apart, and contract from reservation', () => {
    const units = [
      stock('CONTRACTED', 2, null, 300, 900),
      stock('LARGE_RESERVED', 1, null, 100, 100),
      stock('AVAILABLE', 1, null, 100, 1_000),
      stock('PLANNED', 50, null, 5_000, 5_000),
    ];
    expect(absorption(stockOf(units, 'CONTRACTED'))).toEqual({ byCount: 0.5, byArea: 0.6, byValue: 0.45 });
    expect(absorption(stockOf(units, 'SUBSCRIBED'))).toEqual({ byCount: 0.75, byArea: 0.8, byValue: 0.5 });
  });

  it('a unit that went back under sales control was launched, one that never was on sale was not', () => {
    const units = [stock('CONTROLLED', 3, day('2026-01-01')), stock('CONTROLLED', 4), stock('FROZEN', 5)];
    expect(stockOf(units, 'CONTRACTED')).toMatchObject({
      all: { count: 12 },
      launched: { count: 3 },
      unsold: { count: 3 },
    });
  });

  it('nothing launched is n/a, not zero', () => {
    expect(absorption(stockOf([stock('PLANNED', 9)], 'CONTRACTED'))).toEqual({
      byCount: null,
      byArea: null,
      byValue: null,
    });
  });
});

describe('E18, months of supply', () => {
  it.each([
    ['252 listings, 78 sold in a month', 252, [78], 3.230769],
    ['2,400 a year, 700 listings', 700, [200], 3.5],
    ['6 sold, 30 left', 30, [6], 5],
    ['unsold 115, the last three months 20, 15, 10', 115, [20, 15, 10], 7.666667],
    ['nothing sold', 115, [0, 0, 0], null],
    ['more cancelled than signed', 115, [1, -5, 2], null],
    ['no months', 115, [], null],
    ['nothing left', 0, [20], 0],
  ])('%s', (_, unsold, sales, expected) => {
    expect(monthsOfSupply(unsold, sales)).toBe(expected);
  });
});

describe('E18, contracts and collections', () => {
  it('30 signed, 4 cancelled, swaps +1: 27', () => {
    const net = netContracts(volume(30, 3_000, 300), volume(4, 500, 50), volume(1, 20, -5));
    expect(net).toEqual(volume(27, 2_520, 245));
  });

  it.each([
    ['period: 9,000,000 applied of 12,000,000 due', periodCollectionRate(9_000_000n, 12_000_000n), 0.75],
    ['cash of 10,500,000 would say something else', periodCollectionRate(10_500_000n, 12_000_000n), 0.875],
    ['contract: 68,250,000 of 105,000,000', contractCollectionRate(68_250_000n, 105_000_000n), 0.65],
    ['nothing fell due', periodCollectionRate(0n, 0n), null],
    ['no contracts', contractCollectionRate(0n, 0n), null],
    ['overdue 3 of 12', overdueRatio(3n, 12n), 0.25],
    ['late fee: 60 of 100 less 20 waived', lateFeeRecovery(60n, 100n, 20n), 0.75],
    ['late fee all waived', lateFeeRecovery(0n, 100n, 100n), null],
    ['discount: 95 of 100', discountDepth(95n, 100n), 0.05],
    ['sold above list', discountDepth(105n, 100n), -0.05],
    ['no list price', discountDepth(95n, 0n), null],
    ['2 of 8 holds ran out', holdAbuse(2, 8), 0.25],
    ['nobody held', holdAbuse(0, 0), null],
  ])('%s', (_, value, expected) => {
    expect(value).toBe(expected);
  });

  it('average price is weighted: 100 m² at 10,000 and 300 m² at 20,000 are 17,500', () => {
    const all = addVolumes([volume(1, 100, 1_000_000), volume(1, 300, 6_000_000)], 'TWD');
    expect(averagePrice(all)).toEqual(twd(17_500));
    expect(averagePrice(noVolume('TWD'))).toBeNull();
    expect(averagePrice({ count: 1, area: 30_000n, amount: money(10n, 'TWD') })?.minor).toBe(3n);
    expect(averagePrice({ count: -1, area: 10_000n, amount: money(-250n, 'TWD') })?.minor).toBe(-250n);
  });

  it('this period against none before cannot be told', () => {
    expect(volumeChange(volume(3, 0, 30), volume(2, 0, 40))).toEqual({ count: 0.5, amount: -0.25 });
    expect(volumeChange(volume(3), volume(0))).toEqual({ count: null, amount: null });
  });
});

describe('the funnel (E20)', () => {
  it('receptions 40, reservations 8, contracts 6: 20%, 75%, overall 15%', () => {
    const stages = [40, 8, 6].map((count, index) => ({ stage: `S${index}`, count }));
    expect(funnel(stages).map(({ conversion, overall }) => [conversion, overall])).toEqual([
      [null, 1],
      [0.2, 0.2],
      [0.75, 0.15],
    ]);
  });

  it('an empty stage is told, and what comes after it is n/a', () => {
    const stages = [4, 0, 0].map((count, index) => ({ stage: `S${index}`, count }));
    expect(funnel(stages)[2]).toMatchObject({ conversion: null, overall: 0 });
    expect(emptyStages(stages)).toEqual(['S1', 'S2']);
    expect(funnel([])).toEqual([]);
  });
});

describe('how long things take', () => {
  it.each([
    [[], null],
    [[5], 5],
    [[3, 9], 6],
    [[1, 30, 4], 4],
  ])('the median of %j days is %s', (spans, expected) => {
    const from = day('2026-01-31');
    expect(medianDays(spans.map((each) => ({ from, to: addDays(from, each) })))).toBe(expected);
  });

  it('two sums of days of the same records give their average; of others they give nothing', () => {
    const came = [
      { on: day('2026-01-01'), count: 2 },
      { on: day('2026-01-11'), count: 1 },
    ];
    const went = [
      { on: day('2026-01-31'), count: 1 },
      { on: day('2026-02-10'), count: 2 },
    ];
    expect(averageDays(came, went)).toBe(33.333333);
    expect(averageDays(came, went.slice(0, 1))).toBeNull();
    expect(averageDays([], [])).toBeNull();
    expect(averageDaysSince(came, day('2026-01-21'))).toBe(16.666667);
    expect(averageDaysSince([], day('2026-01-21'))).toBeNull();
  });

  it('is the average of the differences, whatever the records', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: -50, max: 400 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 40 }), (spans) => {
        const start = day('2020-02-28');
        const came = spans.map(([at]) => ({ on: addDays(start, at), count: 1 }));
        const went = spans.map(([at, took]) => ({ on: addDays(start, at + took), count: 1 }));
        const mean = spans.reduce((all, [, took]) => all + took, 0) / spans.length;
        expect(averageDays(came, went)).toBeCloseTo(mean, 5);
      }),
    );
  });

  it.each([
    [0, 'D0_30'],
    [30, 'D0_30'],
    [31, 'D31_90'],
    [90, 'D31_90'],
    [91, 'D91_180'],
    [181, 'D181_365'],
    [365, 'D181_365'],
    [366, 'D366_PLUS'],
  ])('stock of %d days is %s', (days, band) => {
    expect(ageBand(addDays(day('2026-07-01'), -days), day('2026-07-01'))).toBe(band);
  });

  it('stock age is of what is launched and unsold, by release; without a day it is not known', () => {
    const asOf = day('2026-03-01');
    const age = stockAge(
      [
        stock('AVAILABLE', 3, day('2026-02-19')),
        stock('HELD', 1, day('2026-01-20')),
        stock('CONTRACTED', 9, day('2020-01-01')),
        stock('AVAILABLE', 2),
        stock('PLANNED', 7),
      ],
      asOf,
      'CONTRACTED',
    );
    expect(age.averageDays).toBe(17.5);
    expect(age.bands).toMatchObject({ D0_30: { count: 3 }, D31_90: { count: 1 }, UNKNOWN: { count: 2 } });
    expect(stockAge([], asOf, 'CONTRACTED').averageDays).toBeNull();
  });
});

describe('ageing of sums (D10)', () => {
  const asOf = day('2026-07-10');
  const item = fc.record({
    days: fc.option(fc.integer({ min: -100, max: 200 }), { nil: null }),
    units: fc.integer({ min: 0, max: 1_000_000 }),
  });

  it('is the ageing of the items, however they are grouped', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 50 }), (items) => {
        const due = ({ days }: { days: number | null }) => (days === null ? null : addDays(asOf, -days));
        const whole = ageing(
          items.map((each) => ({ dueOn: due(each), amount: twd(each.units), receipts: [], waived: null })),
          asOf,
          'TWD',
        );
        const groups = new Map<
          PlainDate | null,
          { dueOn: PlainDate | null; count: number; open: ReturnType<typeof twd> }
        >();
        for (const each of items) {
          const dueOn = due(each);
          const known = groups.get(dueOn) ?? { dueOn, count: 0, open: twd(0) };
          const open = money(known.open.minor + BigInt(each.units) * 100n, 'TWD');
          groups.set(dueOn, { dueOn, count: known.count + 1, open });
        }
        const { buckets, overdue, weightedDays } = ageingOfGroups([...groups.values()], asOf, 'TWD');
        const opens = Object.fromEntries(Object.entries(buckets).map(([name, { open }]) => [name, open]));
        expect(opens).toEqual(whole.buckets);
        expect(sum(Object.values(opens), 'TWD')).toEqual(whole.total);
        expect(overdue.count + buckets.NOT_DUE.count).toBe(items.length);
        expect(weightedDays === null).toBe(overdue.open.minor === 0n);
        if (weightedDays !== null) expect(weightedDays).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('weighs the days by what is open', () => {
    const groups = [
      { dueOn: addDays(asOf, -10), count: 1, open: twd(300) },
      { dueOn: addDays(asOf, -50), count: 1, open: twd(100) },
      { dueOn: asOf, count: 1, open: twd(1_000) },
    ];
    expect(ageingOfGroups(groups, asOf, 'TWD')).toMatchObject({ weightedDays: 20, overdue: { count: 2 } });
    expect(dueBetween(groups, asOf, addDays(asOf, 6), 'TWD')).toEqual({ count: 1, open: twd(1_000) });
  });
});

describe('cancellations, plans and leagues', () => {
  it('the rate is of the month of signing, whenever the contract ended', () => {
    const cohorts = cancellationCohorts([
      { month: '2026-02', state: 'SIGNED', count: 3 },
      { month: '2026-01', state: 'TERMINATED', count: 1 },
      { month: '2026-01', state: 'CANCEL_PENDING', count: 1 },
      { month: '2026-01', state: 'COMPLETED', count: 6 },
    ]);
    expect(cohorts).toEqual([
      { month: '2026-01', signed: 8, cancelled: 2, rate: 0.25 },
      { month: '2026-02', signed: 3, cancelled: 0, rate: 0 },
    ]);
  });

  it.each([
    [
      'half of the target in half of the days',
      50n,
      100n,
      { done: 10, all: 20 },
      { reached: 0.5, runRate: 100n },
    ],
    ['no target', 50n, null, { done: 10, all: 20 }, { reached: null, runRate: 100n }],
    ['a target of nothing', 50n, 0n, { done: 10, all: 20 }, { reached: null, runRate: 100n }],
    ['before the first working day', 5n, 100n, { done: 0, all: 20 }, { reached: 0.05, runRate: null }],
  ])('plan attainment: %s', (_, actual, target, days, expected) => {
    expect(attainment(actual, target, days)).toEqual(expected);
  });

  it('the league is by net amount, equals share a rank, and holds count for themselves', () => {
    const sold = (who: string, count: number, units: number) => ({ who, count, amount: twd(units) });
    const rows = leagueTable(
      {
        // What was sold without a salesperson is nobody's first place.
        signed: [sold('a', 2, 20), sold('b', 3, 30), sold('c', 1, 20), sold('', 9, 90)],
        cancelled: [sold('b', 1, 10), sold('c', 0, 0)],
        reserved: [
          { who: 'a', state: 'CONVERTED', count: 1, agreed: twd(9), list: twd(10) },
          { who: 'a', state: 'EXPIRED', count: 3, agreed: twd(0), list: twd(0) },
        ],
        holds: [
          { who: 'd', state: 'EXPIRED', count: 1 },
          { who: 'd', state: 'TAKEN', count: 3 },
        ],
      },
      'TWD',
    );
    expect(rows.map(({ who, rank, net }) => [who, rank, net])).toEqual([
      ['a', 1, 2],
      ['b', 1, 2],
      ['c', 3, 1],
      ['d', 4, 0],
      ['', null, 9],
    ]);
    expect(rows[0]).toMatchObject({ conversion: 0.25, discount: 0.1, holdAbuse: null });
    expect(rows[3]).toMatchObject({ conversion: null, discount: null, holds: 4, holdAbuse: 0.25 });
  });
});

describe('the cash forecast', () => {
  const today = day('2026-11-22');
  const open = (month: string | null, units: number, anchor = 'DATE') => ({
    month: month === null ? null : day(month),
    anchor,
    open: twd(units),
  });

  it('is of twelve months from this one; later, overdue and undated stand apart', () => {
    const forecast = cashForecast(
      [
        open('2026-11-01', 1),
        open('2027-10-01', 2),
        open('2027-11-01', 4),
        open('2030-01-01', 8),
        open(null, 16, 'MILESTONE'),
        open(null, 32, 'LOAN'),
      ],
      twd(64),
      today,
    );
    expect(forecast.months).toHaveLength(12);
    expect(forecast.months[0]).toEqual({ month: '2026-11-01', open: twd(1) });
    expect(forecast.months[11]).toEqual({ month: '2027-10-01', open: twd(2) });
    expect(forecast).toMatchObject({
      later: twd(12),
      overdue: twd(64),
      undated: twd(48),
      undatedBy: [
        { anchor: 'LOAN', open: twd(32) },
        { anchor: 'MILESTONE', open: twd(16) },
      ],
      total: twd(127),
    });
  });

  it('loses nothing: months, later, overdue and undated add up to the total', () => {
    const group = fc.record({
      month: fc.option(fc.integer({ min: -2, max: 40 }), { nil: null }),
      units: fc.integer({ min: -1_000, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), fc.integer({ min: 0, max: 9_999 }), (groups, late) => {
        const forecast = cashForecast(
          groups.map(({ month, units }) =>
            open(month === null ? null : shifted(day('2026-11-01'), 'MONTH', month), units),
          ),
          twd(late),
          today,
        );
        const parts = [
          ...forecast.months.map((each) => each.open),
          forecast.later,
          forecast.overdue,
          forecast.undated,
        ];
        expect(sum(parts, 'TWD')).toEqual(forecast.total);
      }),
    );
  });
});

describe('shares', () => {
  it('are of six decimals, half up, and n/a without a whole', () => {
    expect(ratio(1, 3)).toBe(0.333333);
    expect(ratio(2, 3)).toBe(0.666667);
    expect(ratio(1, 2_000_000)).toBe(0.000001);
    expect(ratio(-1, 3)).toBe(-0.333333);
    expect(change(110, 100)).toBe(0.1);
  });

  it('are never NaN nor infinite; a share and its rest are one', () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        for (const value of [ratio(part, whole), rest(part, whole), change(part, whole)]) {
          expect(value === null ? whole <= 0n : Number.isFinite(value)).toBe(true);
        }
        const [share, left] = [ratio(part, whole), rest(part, whole)];
        if (share !== null && left !== null)
          expect(Math.abs(share + left - 1)).toBeLessThan(2e-6 + Math.abs(share) * 1e-12);
      }),
    );
  });
});

describe('sums as Twenty answers them', () => {
  it('are exact to the cent, although a JSON number is not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        // As JSON.parse reads the digits of the database's exact sum.
        const raw = Number(String(cents * 10_000n));
        expect(sumOfMicros(raw, 'EUR').minor).toBe(cents);
      }),
    );
  });

  it.each([
    [null, 0n],
    ['12340000', 1234n],
    [toMicros(twd(7)), 700n],
  ])('%s', (raw, minor) => {
    expect(sumOfMicros(raw, 'TWD')).toEqual(money(minor, 'TWD'));
  });

  it('areas have four decimals', () => {
    expect(sumOfArea(97.33 + 0.1 + 0.2)).toBe(976_300n);
    expect(sumOfArea(null)).toBe(0n);
    expect(() => sumOfMicros('many', 'TWD')).toThrow(RangeError);
  });
});

describe('periods', () => {
  it.each([
    ['2026-11-22', 'DAY', '2026-11-22', '2026-11-21', '2026-11-21'],
    ['2026-11-22', 'WEEK', '2026-11-16', '2026-11-09', '2026-11-15'],
    ['2026-11-23', 'WEEK', '2026-11-23', '2026-11-16', '2026-11-16'],
    ['2026-03-31', 'MONTH', '2026-03-01', '2026-02-01', '2026-02-28'],
    ['2024-02-29', 'YEAR', '2024-01-01', '2023-01-01', '2023-02-28'],
    ['1969-12-31', 'WEEK', '1969-12-29', '1969-12-22', '1969-12-24'],
  ] as const)('%s by %s', (date, grain, start, before, sameDay) => {
    expect(startOf(day(date), grain)).toBe(start);
    expect(shifted(startOf(day(date), grain), grain, -1)).toBe(before);
    expect(sameDayBefore(day(date), grain)).toBe(sameDay);
    expect(lastPeriods(day(date), grain, 2)).toEqual([before, start]);
  });
});
