/**
 * The nightly sweep (D3, C4): night after night it leaves what posting would make of the same rows, writes
 * nothing twice, and asks in proportion to what changes.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WITH_PROJECT } from '#commands/ledger/contract-of.ts';
import { installmentRow } from '#commands/ledger/installment-rows.ts';
import { reconcileContracts } from '#commands/ledger/reconcile.ts';
import { type Swept, sweepLedger } from '#commands/ledger/sweep.ts';
import { formatMoney, money } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';
import { day } from '../domain/amounts.ts';
import { type Ground, openGround } from './ground.ts';
import {
  type Asked,
  buildSweepSite,
  contractOf,
  enterCase,
  postAsOf,
  type SweepCase,
  type SweepSite,
} from './sweep-cases.ts';

const POSTED = day('2026-02-24');
const LAST = day('2026-03-06');
const NIGHTS = Array.from({ length: 10 }, (_, index) => addDays(POSTED, index + 1));

const grace = (lateFeeGraceFrom: Fields<'contract'>['lateFeeGraceFrom'], lateFeeGraceDays = 7) => ({
  lateFeeGraceDays,
  lateFeeGraceFrom,
});
const band = (lateFeeBandMode: Fields<'contract'>['lateFeeBandMode']) => ({
  lateFeeBandDays: 5,
  lateFeeBandRate: 10,
  lateFeeBandMode,
});
const due = (on: string, more?: Asked['more']): Asked => ({
  amount: '10000.00',
  due: on,
  ...(more && { more }),
});

/** What each charge has come to on LAST: its state and its late fee. */
type Expected = { left: [Fields<'installment'>['state'], string][] };

const CASES: (SweepCase & Expected)[] = [
  {
    what: 'falling due: due today is not overdue',
    charges: [due('2026-03-05'), due('2026-03-06'), due('2026-03-07')],
    left: [
      ['OVERDUE', '5.00'],
      ['DUE', '0.00'],
      ['PENDING', '0.00'],
    ],
  },
  {
    what: 'overdue over the turn of the month',
    charges: [due('2026-02-14'), due('2026-03-01')],
    left: [
      ['OVERDUE', '100.00'],
      ['OVERDUE', '25.00'],
    ],
  },
  {
    what: 'grace, then days from the due date',
    terms: grace('DUE'),
    charges: [due('2026-02-24'), due('2026-03-01')],
    left: [
      ['OVERDUE', '50.00'],
      ['OVERDUE', '0.00'],
    ],
  },
  {
    what: 'grace, then days from its end',
    terms: grace('GRACE_END'),
    charges: [due('2026-02-24')],
    left: [['OVERDUE', '15.00']],
  },
  {
    what: 'grace over the turn of the month',
    terms: grace('DUE', 10),
    charges: [due('2026-02-20')],
    left: [['OVERDUE', '70.00']],
  },
  {
    what: 'second rate for the whole period',
    terms: band('WHOLE_PERIOD'),
    charges: [due('2026-02-24')],
    left: [['OVERDUE', '100.00']],
  },
  {
    what: 'second rate for the further days',
    terms: band('MARGINAL'),
    charges: [due('2026-02-24')],
    left: [['OVERDUE', '75.00']],
  },
  {
    what: 'cap',
    terms: { lateFeeCapPercent: 0.4 },
    charges: [due('2026-02-14')],
    left: [['OVERDUE', '40.00']],
  },
  {
    what: 'paid in part',
    charges: [due('2026-02-20')],
    receipts: [{ amount: '4000.00', on: '2026-02-24' }],
    left: [['OVERDUE', '50.00']],
  },
  {
    // 50.00 for 13 days. Cut at the day of the bounced one, the segments would round to a cent more.
    what: 'paid in part, and a receipt that bounced',
    charges: [{ amount: '100.00', due: '2026-02-21' }],
    receipts: [
      { amount: '50.00', on: '2026-02-21' },
      { amount: '20.00', on: '2026-02-22', bounces: true },
    ],
    left: [['OVERDUE', '0.33']],
  },
  {
    what: 'fees paid first',
    terms: { allocationOrder: 'FEE_THEN_PRINCIPAL_PER_INSTALLMENT' },
    charges: [due('2026-02-14')],
    receipts: [{ amount: '50.00', on: '2026-02-24' }],
    left: [['OVERDUE', '100.00']],
  },
  {
    what: 'late fee waived',
    charges: [due('2026-02-14')],
    adjustments: [{ kind: 'LATE_FEE_WAIVER', amount: '10.00', on: '2026-02-20' }],
    left: [['OVERDUE', '100.00']],
  },
  {
    what: 'principal waived in part',
    charges: [due('2026-02-14')],
    adjustments: [{ kind: 'PRINCIPAL_WAIVER', amount: '5000.00', on: '2026-02-24' }],
    left: [['OVERDUE', '75.00']],
  },
  {
    what: 'waived',
    charges: [due('2026-02-14', { closedAs: 'WAIVED' }), due('2026-03-04')],
    adjustments: [{ kind: 'PRINCIPAL_WAIVER', amount: '10000.00', on: '2026-02-20' }],
    left: [
      ['WAIVED', '30.00'],
      ['OVERDUE', '10.00'],
    ],
  },
  {
    what: 'cancelled',
    charges: [due('2026-03-01', { closedAs: 'CANCELLED' })],
    adjustments: [{ kind: 'CANCELLATION', amount: '10000.00', on: '2026-02-20' }],
    left: [['CANCELLED', '0.00']],
  },
  {
    what: 'a balance that pays on the due date',
    charges: [due('2026-03-03'), due('2026-04-03')],
    receipts: [{ amount: '12000.00', on: '2026-02-20' }],
    left: [
      ['PAID', '0.00'],
      ['PENDING', '0.00'],
    ],
  },
  {
    what: 'collected for others',
    charges: [due('2026-01-15', { chargeType: 'MAINTENANCE_FUND' }), due('2026-05-01')],
    left: [
      ['OVERDUE', '0.00'],
      ['PENDING', '0.00'],
    ],
  },
  {
    what: 'no late fee agreed',
    terms: { lateFeeRate: null },
    charges: [due('2026-01-15')],
    left: [['OVERDUE', '0.00']],
  },
];

const atNight = (night: PlainDate) => new Date(`${night}T03:00:00Z`);
const sweep = (store: Store, night: PlainDate) =>
  sweepLedger({ store, clock: { now: () => atNight(night) } });
const storeOf = ({ workspace }: Ground) =>
  twentyStore(twentyClient(workspace.url, workspace.applicationToken));

/** What reconcile finds: stored values that posting would make otherwise. */
async function findings(store: Store, contractIds: readonly string[], night: PlainDate) {
  const { contracts } = await store.read({
    contracts: { object: 'contract', filter: { id: { in: contractIds } }, with: WITH_PROJECT },
  });
  return reconcileContracts({ store, now: atNight(night) }, contracts);
}

async function inInstallments(store: Store, contractId: string) {
  const { found } = await store.read({
    found: { object: 'installment', filter: { contractId }, orderBy: { seq: 'ASC' } },
  });
  return found.map(({ state, lateFee }) => [state, lateFee === null ? null : formatMoney(lateFee)]);
}

const NOTHING: Swept = { installments: 0, contracts: 0, reposted: 0, failed: [] };

describe('night after night', () => {
  let ground: Ground;
  let store: Store;
  let site: SweepSite;
  const contractIds: string[] = [];
  const swept = new Map<PlainDate, Swept>();

  beforeAll(async () => {
    ground = await openGround();
    store = storeOf(ground);
    site = await buildSweepSite(store);
    for (const one of CASES) contractIds.push(await enterCase(store, site, one, POSTED));
  });
  afterAll(() => ground.close());

  it.each(NIGHTS)(
    'on %s it leaves what posting would, and has nothing to do a second time',
    async (night) => {
      swept.set(night, await sweep(store, night));
      expect(await findings(store, contractIds, night)).toEqual({ repaired: [], problems: [] });
      ground.workspace.requests.reset();
      expect(await sweep(store, night)).toEqual(NOTHING);
      expect(ground.workspace.requests.mutations).toBe(0);
    },
  );

  it.each(CASES.map(({ what, left }, index) => ({ what, left, index })))('$what', async ({ left, index }) => {
    expect(await inInstallments(store, contractIds[index] ?? '')).toEqual(left);
  });

  it('posting has to help only when a month has ended and when a balance pays', () => {
    const posting = NIGHTS.filter((night) => (swept.get(night)?.reposted ?? 0) > 0);
    expect(posting).toEqual(['2026-03-01', '2026-03-03']);
    expect([...swept.values()].flatMap(({ failed }) => failed)).toEqual([]);
  });

  it('what came up in a month is billed when the month has ended', async () => {
    const index = CASES.findIndex(({ what }) => what === 'overdue over the turn of the month');
    const { entries } = await store.read({
      entries: { object: 'lateFeeEntry', filter: { contractId: contractIds[index] ?? '' } },
    });
    expect(entries.map(({ amount, upTo }) => [amount && formatMoney(amount), upTo])).toEqual([
      ['70.00', '2026-02-28'],
    ]);
  });

  it('an installment that a crash left without the date of its milestone gets it', async () => {
    const more = { anchor: 'MILESTONE', milestoneId: site.certifiedMilestoneId, daysAfter: 10 } as const;
    const one = { what: 'undated', charges: [{ amount: '10000.00', due: null, more }] };
    const contractId = await enterCase(store, site, one, LAST);
    expect(await inInstallments(store, contractId)).toEqual([['SCHEDULED', '0.00']]);
    expect(await sweep(store, LAST)).toMatchObject({ contracts: 1, failed: [] });
    expect(await inInstallments(store, contractId)).toEqual([['OVERDUE', '20.00']]);
    expect(await sweep(store, LAST)).toEqual(NOTHING);
    await postAsOf(store, contractId, LAST);
    expect(await inInstallments(store, contractId)).toEqual([['OVERDUE', '20.00']]);
  });

  it('a contract with an amount in another currency is reported, and holds up no other', async () => {
    const fine = await enterCase(store, site, { what: 'fine', charges: [due('2026-03-06')] }, POSTED);
    const mixed = await enterCase(store, site, { what: 'mixed', charges: [due('2026-05-01')] }, POSTED);
    const contract = await contractOf(store, mixed);
    const foreign = { id: randomUUID(), seq: 2, label: 'Part', amount: money(100n, 'USD') };
    const row = installmentRow(contract, { ...foreign, dueOn: day('2026-03-05') }, POSTED);
    await store.write([{ create: 'installment', row }]);
    const { failed } = await sweep(store, LAST);
    expect(failed.map(({ item }) => item)).toEqual([contract.name]);
    expect(await inInstallments(store, fine)).toEqual([['DUE', '0.00']]);
  });
});

/** So many contracts of thirty installments, of which the first falls due on LAST in the first so many. */
async function enterQuiet(store: Store, site: SweepSite, contracts: number, falling: number) {
  for (let index = 0; index < contracts; index++) {
    const charges = Array.from({ length: 30 }, (_, at) =>
      due(at === 0 && index < falling ? LAST : addDays(day('2026-05-01'), at)),
    );
    await enterCase(store, site, { what: 'quiet', charges }, POSTED);
  }
}

describe('requests', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it('three of 300 installments that change cost what three of 600 do', async () => {
    const store = storeOf(ground);
    const site = await buildSweepSite(store);
    const { requests } = ground.workspace;
    const counted = async (night: PlainDate) => {
      requests.reset();
      const { installments, reposted } = await sweep(store, night);
      return { installments, reposted, queries: requests.queries, mutations: requests.mutations };
    };
    await enterQuiet(store, site, 10, 3);
    const of300 = await counted(addDays(LAST, 1));
    // What waits for a date, what is due, what is overdue; one write of installments, one of contracts.
    expect(of300).toEqual({ installments: 3, reposted: 0, queries: 3, mutations: 2 });
    await enterQuiet(store, site, 10, 0);
    expect(await counted(addDays(LAST, 2))).toEqual(of300);
    expect(await counted(addDays(LAST, 2))).toEqual({
      installments: 0,
      reposted: 0,
      queries: 3,
      mutations: 0,
    });
  });
});
