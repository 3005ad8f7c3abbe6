/**
 * Posting (C1.5, C1.7, E21.6, E21.7, E21.9): rows are only ever added, and whatever happens in whatever
 * order, together they say what the receipts that still count make of the contract.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Book, billedUpTo } from '#commands/ledger/book.ts';
import { accountedFor, contractTotals, derivedTotals } from '#commands/ledger/derived-totals.ts';
import { allocationRows, lateFeeRows } from '#commands/ledger/posting-rows.ts';
import {
  BEARS_LATE_FEE,
  type Ledger,
  type LedgerCharge,
  type LedgerReceipt,
  lateFeeRuleFor,
  lateFeeTermsOf,
  ledgerOf,
  type Replayed,
  replay,
} from '#domain/ledger/index.ts';
import { money } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { anyCurrency, day, eur } from '../domain/amounts.ts';
import { feeDayByDay } from '../domain/ledger/late-fees.ts';
import {
  anyLedger,
  anyLedgerIn,
  anyMoment,
  anyOrder,
  anyReceipts,
  charge,
  DAYS,
  FIRST_DAY,
  MOST_CHARGES,
  off,
  receipt,
  refund,
} from '../domain/ledger/ledgers.ts';
import {
  adjustmentOf,
  bookOf,
  type Contract,
  contractOf,
  type FeeEntry,
  net,
  netByKey,
  newBook,
  post,
  type Row,
  receiptOf,
  refundOf,
} from './books.ts';

/** Terms as records keep them: rates in ten-thousandths a day. */
const anyTermFields = fc
  .record({
    lateFeeRate: fc.constantFrom(null, 0, 1, 5, 12.5, 100),
    more: fc.constantFrom(0, 5, 50),
    lateFeeGraceDays: fc.constantFrom(null, 0, 5, 20),
    lateFeeGraceFrom: fc.constantFrom('DUE' as const, 'GRACE_END' as const),
    lateFeeBandDays: fc.constantFrom(null, 0, 7, 60),
    lateFeeBandMode: fc.constantFrom('WHOLE_PERIOD' as const, 'MARGINAL' as const),
    lateFeeCapPercent: fc.constantFrom(null, 0, 5, 33.3),
    allocationOrder: anyOrder,
  })
  .map(({ more, ...terms }) => ({ ...terms, lateFeeBandRate: (terms.lateFeeRate ?? 0) + more }));

/** Something that is entered at a contract. */
type Entry = { rank: number; enter: (book: Book) => void };
/** `today` is the day on which it is entered and posted; what is entered may count from another day. */
type Event = Pick<Entry, 'enter'> & { today: PlainDate };
type Story = {
  contract: Contract;
  charges: LedgerCharge[];
  events: Event[];
  last: PlainDate;
  ledger: Ledger;
};

function withId<T extends { id: string }>(rows: readonly T[], id: string): T {
  const found = rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No ${id}`);
  return found;
}

/** What lasts: receipts, refunds, credits, waivers, and due dates that are known only later. */
function lasting(
  { receipts, refunds, charges }: Ledger,
  isUndated: (seq: number) => boolean,
  rank: () => number,
): Entry[] {
  const entry = (enter: Entry['enter']): Entry => ({ rank: rank(), enter });
  return [
    ...receipts.map((one) => entry((book) => void book.receipts.push(receiptOf(one)))),
    ...refunds.map((one) => entry((book) => void book.refunds.push(refundOf(one)))),
    ...charges.flatMap(({ id, seq, dueOn, credits, feeWaivers }) => [
      ...credits.map((one, at) =>
        entry(
          (book) =>
            void book.adjustments.push(adjustmentOf(`${id} credit ${at}`, id, 'AREA_SETTLEMENT', one)),
        ),
      ),
      ...feeWaivers.map((one, at) =>
        entry(
          (book) =>
            void book.adjustments.push(adjustmentOf(`${id} waiver ${at}`, id, 'LATE_FEE_WAIVER', one)),
        ),
      ),
      ...(isUndated(seq)
        ? [entry((book) => void Object.assign(withId(book.installments, id), { dueOn }))]
        : []),
    ]),
  ];
}

/** What does not last: receipts that bounce or are reversed some time after they came. */
function passing(doomed: readonly LedgerReceipt[], rank: () => number): Entry[] {
  return doomed.flatMap((one, index) => {
    const [from = 0, to = 0] = [rank(), rank()].sort((a, b) => a - b);
    const state = index % 2 === 0 ? ('BOUNCED' as const) : ('REVERSED' as const);
    return [
      { rank: from, enter: (book: Book) => void book.receipts.push(receiptOf(one)) },
      { rank: to + 0.5, enter: (book: Book) => void Object.assign(withId(book.receipts, one.id), { state }) },
    ];
  });
}

/**
 * A contract whose receipts, bounces, credits, waivers, refunds and certified milestones are entered in any
 * order, whatever days they count from. `ledger` is what is left of it in the end.
 */
const anyStory: fc.Arbitrary<Story> = anyCurrency
  .chain((currency) =>
    fc.record({
      ledger: anyLedgerIn(currency),
      doomed: anyReceipts(currency).map((receipts) => receipts.map((one) => ({ ...one, id: `${one.id}x` }))),
      undated: fc.array(fc.boolean(), { minLength: MOST_CHARGES, maxLength: MOST_CHARGES }),
      terms: anyTermFields,
      ranks: fc.array(fc.nat({ max: 1_000 }), { minLength: 60, maxLength: 60 }),
      days: fc.array(fc.nat({ max: DAYS }), { minLength: 60, maxLength: 60 }),
      later: fc.nat({ max: 60 }),
    }),
  )
  .map(({ ledger, doomed, undated, terms, ranks, days, later }) => {
    const contract = contractOf({ price: money(0n, ledger.currency), signedOn: FIRST_DAY, ...terms });
    const isUndated = (seq: number) => undated[seq - 1] === true;
    let next = 0;
    const rank = () => ranks[next++ % ranks.length] ?? 0;
    const entries = [...lasting(ledger, isUndated, rank), ...passing(doomed, rank)];
    const ofEntry = entries.map((_, index) => days[index % days.length] ?? 0).sort((a, b) => a - b);
    return {
      contract,
      charges: ledger.charges.map((one) => (isUndated(one.seq) ? { ...one, dueOn: null } : one)),
      events: entries
        .sort((a, b) => a.rank - b.rank)
        .map(({ enter }, index) => ({ enter, today: addDays(FIRST_DAY, ofEntry[index] ?? DAYS) })),
      last: addDays(FIRST_DAY, DAYS + later),
      ledger: { ...ledger, order: contract.allocationOrder, lateFee: lateFeeTermsOf(contract) },
    };
  });

const chronological = (ledger: Ledger): Ledger => ({
  ...ledger,
  receipts: [...ledger.receipts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
});

const rowsOf = ({ allocations }: Replayed) =>
  netByKey(
    allocations.map(({ receiptId, chargeId, kind, amount, on }) => ({
      receiptId,
      installmentId: chargeId,
      kind,
      amount,
      allocatedOn: on,
    })),
  );

/** The fee that has to be billed by a day, worked out a second way. */
function billedBy(today: PlainDate, contract: Contract, book: Book, target: Replayed, id: string): bigint {
  const installment = book.installments.find((one) => one.id === id);
  const outcome = target.charges.find((one) => one.id === id);
  const terms = lateFeeTermsOf(contract);
  if (installment?.dueOn == null || installment.amount === null || outcome === undefined || terms === null)
    return 0n;
  if (!BEARS_LATE_FEE.includes(installment.chargeType)) return 0n;
  const touched = [
    ...target.allocations.filter(({ chargeId }) => chargeId === id).map(({ on }) => on),
    ...book.adjustments.flatMap((one) => (one.installmentId === id ? (one.effectiveOn ?? []) : [])),
  ];
  const upTo = outcome.settledOn !== null ? today : billedUpTo(outcome, touched, today);
  const rule = lateFeeRuleFor(installment.amount, terms);
  const debt = {
    amount: installment.amount,
    dueOn: installment.dueOn,
    reductions: outcome.reductions.filter(({ on }) => on <= upTo),
  };
  const fee = feeDayByDay(debt, rule, upTo);
  return rule.cap !== null && fee > rule.cap.minor ? rule.cap.minor : fee;
}

const entered = (entries: readonly FeeEntry[], id: string) =>
  entries
    .filter(({ installmentId }) => installmentId === id)
    .reduce((all, one) => all + (one.amount?.minor ?? 0n), 0n);

const saysOf = (row: Row) => `${row.receiptId} ${row.installmentId} ${row.kind} ${row.allocatedOn}`;

/** What is wrong with new rows, seen against the rows before them. */
function rowProblems(before: readonly Row[], rows: readonly Row[]): string[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const ids = new Set(known.keys());
  const slots = new Set(before.map(({ slotKey }) => slotKey));
  const takenBack = new Set(before.map(({ mirrorOf }) => mirrorOf));
  return rows.flatMap((row) => {
    const problems = ids.has(row.id) || slots.has(row.slotKey) ? [`${row.id} has been there before`] : [];
    ids.add(row.id);
    slots.add(row.slotKey);
    if (row.mirrorOf === '') return problems;
    const mirrored = known.get(row.mirrorOf);
    const isMirror =
      mirrored?.mirrorOf === '' &&
      saysOf(mirrored) === saysOf(row) &&
      (mirrored.amount?.minor ?? 0n) + (row.amount?.minor ?? 0n) === 0n;
    if (!isMirror) problems.push(`${row.id} is no mirror of ${row.mirrorOf}`);
    if (takenBack.has(row.mirrorOf)) problems.push(`${row.mirrorOf} is taken back twice`);
    takenBack.add(row.mirrorOf);
    return problems;
  });
}

const checkRows = (before: readonly Row[], rows: readonly Row[]) =>
  expect(rowProblems(before, rows)).toEqual([]);

const within = (minor: bigint, most: bigint) => minor >= 0n && minor <= most;

/** Plays a story to its end; `look` sees the book after every posting. */
function play(
  { contract, charges, events, last }: Story,
  look?: (book: Book, today: PlainDate) => void,
): Book {
  const book = newBook(charges);
  for (const { enter, today } of [...events, { enter: () => undefined, today: last }]) {
    enter(book);
    const before = [...book.allocations];
    const { rows } = post(contract, book, today);
    checkRows(before, rows);
    look?.(book, today);
  }
  return book;
}

/** Each story is about twenty postings. */
const RUNS = { numRuns: 1_000 };

describe('any story of a contract, entered in any order', () => {
  it('E21.9: ends with rows that say what replaying its receipts in the order of their days says', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const book = play(story);
        const target = replay(chronological(story.ledger), story.last);
        expect(netByKey(book.allocations)).toEqual(rowsOf(target));
        for (const { id } of story.charges) {
          const billed = billedBy(story.last, story.contract, book, target, id);
          expect(entered(book.lateFeeEntries, id)).toBe(billed);
        }
      }),
      RUNS,
    );
  });

  it('E21.6: at every moment no receipt has given more than it is, nor has an installment taken more', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        play(story, ({ allocations, receipts, installments }) => {
          // What bounced or was reversed counts for nothing any more.
          const overdrawn = receipts.filter(({ id, amount, state }) => {
            const most = state === 'CLEARED' ? (amount?.minor ?? 0n) : 0n;
            return !within(net(allocations, { receiptId: id }), most);
          });
          const overpaid = installments.filter(
            ({ id, amount }) =>
              !within(net(allocations, { installmentId: id, kind: 'PRINCIPAL' }), amount?.minor ?? 0n),
          );
          expect([...overdrawn, ...overpaid]).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('C1.5: every row that is wrong is taken back once, by a mirror of it, and none is edited', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const seen = new Map<string, string>();
        const text = (row: Row | FeeEntry) =>
          JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
        const book = play(story, ({ allocations, lateFeeEntries }) => {
          for (const row of [...allocations, ...lateFeeEntries]) {
            const before = seen.get(row.id);
            if (before === undefined) seen.set(row.id, text(row));
            else expect(text(row)).toBe(before);
          }
        });
        expect([...book.allocations, ...book.lateFeeEntries]).toHaveLength(seen.size);
        const mirrors = book.allocations.flatMap(({ mirrorOf }) => (mirrorOf === '' ? [] : [mirrorOf]));
        expect(new Set(mirrors).size).toBe(mirrors.length);
      }),
      { numRuns: 300 },
    );
  });

  it('D3: at every moment the entries of the late fee make what is billed, and their explanation adds up to it', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        play(story, (book, today) => {
          const target = replay(ledgerOf(story.contract, book), today);
          for (const { id } of book.installments) {
            const own = book.lateFeeEntries.filter(({ installmentId }) => installmentId === id);
            expect(entered(own, id)).toBe(billedBy(today, story.contract, book, target, id));
            const feePaid = net(book.allocations, { installmentId: id, kind: 'FEE' });
            expect(entered(own, id) >= feePaid).toBe(true);
            expect(new Set(own.map(({ slotKey }) => slotKey)).size).toBe(own.length);
            for (const one of own) {
              expect(one.kind).toBe((one.amount?.minor ?? 0n) > 0n ? 'ACCRUAL' : 'CORRECTION');
              expect((one.upTo ?? '') <= (one.postedOn ?? '')).toBe(true);
            }
            const segments = own.at(-1)?.explanation ?? [];
            const told = (segments as { fee: string }[]).map(({ fee }) => BigInt(fee.replace('.', '')));
            expect(told.reduce((all, fee) => all + fee, 0n)).toBe(entered(own, id));
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('C1.3: posting twice is posting once: the second finds nothing to do, totals included', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { contract } = story;
        play(story, (book, today) => {
          const target = replay(ledgerOf(contract, book), today);
          expect(allocationRows(contract, book, target, today)).toEqual([]);
          expect(lateFeeRows(contract, book, target, today)).toEqual([]);
          expect(derivedTotals(contract, book, target, today)).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('C1.7: stored totals are the sums of the rows, and E21.6 holds of them', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { contract } = story;
        play(story, (book, today) => {
          const minor = (name: 'paid' | 'prepaid' | 'refunded' | 'lateFeePaid') =>
            contract[name]?.minor ?? 0n;
          const counted = book.receipts.filter(
            ({ state, valueOn }) => state === 'CLEARED' && (valueOn ?? '') <= today,
          );
          const received = counted.reduce((all, { amount }) => all + (amount?.minor ?? 0n), 0n);
          expect(minor('paid')).toBe(net(book.allocations, { kind: 'PRINCIPAL' }));
          expect(minor('lateFeePaid')).toBe(net(book.allocations, { kind: 'FEE' }));
          for (const { id, paid, lateFeePaid } of book.installments) {
            expect(paid?.minor ?? 0n).toBe(net(book.allocations, { installmentId: id, kind: 'PRINCIPAL' }));
            expect(lateFeePaid?.minor ?? 0n).toBe(net(book.allocations, { installmentId: id, kind: 'FEE' }));
          }
          for (const { id, allocated } of book.receipts)
            expect(allocated?.minor ?? 0n).toBe(net(book.allocations, { receiptId: id }));
          const refunded = book.refunds
            .filter(({ refundedOn }) => (refundedOn ?? '') <= today)
            .reduce((all, { amount }) => all + (amount?.minor ?? 0n), 0n);
          expect(minor('paid') + minor('lateFeePaid') + minor('prepaid') + refunded).toBe(received);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a posting that stopped half-way is finished by the next, and receipts never gave too much meanwhile', () => {
    const anyStops = fc.array(fc.nat({ max: 12 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(anyStory, anyStops, (story, stops) => {
        const book = newBook(story.charges);
        for (const [index, { enter, today }] of story.events.entries()) {
          enter(book);
          const before = [...book.allocations];
          checkRows(before, post(story.contract, book, today, { allocations: stops[index % 20] ?? 0 }).rows);
          const wasWithin = book.receipts.every(
            ({ id, amount }) => net(before, { receiptId: id }) <= (amount?.minor ?? 0n),
          );
          if (!wasWithin) throw new Error('the rows before were too much already');
          for (const { id, amount } of book.receipts)
            expect(net(book.allocations, { receiptId: id }) <= (amount?.minor ?? 0n)).toBe(true);
        }
        post(story.contract, book, story.last);
        expect(netByKey(book.allocations)).toEqual(rowsOf(replay(chronological(story.ledger), story.last)));
      }),
      RUNS,
    );
  });

  it('E21.7: a receipt reversed and entered again leaves the same payments, fees and balance', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), (story, at) => {
        const { contract, last } = story;
        const book = play(story);
        const cleared = book.receipts.filter(({ state }) => state === 'CLEARED');
        const chosen = cleared[at % Math.max(cleared.length, 1)];
        if (chosen === undefined) return;
        const told = () => ({
          payments: netByKey(
            book.allocations.map((row) => ({ ...row, receiptId: row.receiptId?.replace('+', '') ?? null })),
          ),
          fees: book.installments.map(({ id }) => entered(book.lateFeeEntries, id)),
          balance: contract.prepaid,
          states: book.installments.map(({ state, settledOn }) => [state, settledOn]),
        });
        const before = told();
        chosen.state = 'REVERSED';
        checkRows([...book.allocations], post(contract, book, last).rows);
        expect(net(book.allocations, { receiptId: chosen.id })).toBe(0n);
        // Its number comes after that of the one before it and before that of the next, as on paper.
        book.receipts.push({ ...chosen, id: `${chosen.id}+`, externalId: `${chosen.id}+`, state: 'CLEARED' });
        checkRows([...book.allocations], post(contract, book, last).rows);
        expect(told()).toEqual(before);
      }),
      RUNS,
    );
  });
});

describe('two postings that meet at one contract', () => {
  const contract = contractOf({ price: eur('200.00'), signedOn: day('2025-01-01'), lateFeeRate: 5 });
  const charges = [charge(1, '2025-03-01', '100.00'), charge(2, '2025-04-01', '100.00')];
  const bookWith = (...receipts: LedgerReceipt[]) =>
    bookOf({ currency: 'EUR', order: 'PRINCIPAL_FIRST', lateFee: null, charges, receipts, refunds: [] });
  const today = day('2025-06-15');
  const rowsFor = (book: Book) => {
    const target = replay(ledgerOf(contract, book), today);
    return {
      rows: allocationRows(contract, book, target, today),
      fees: lateFeeRows(contract, book, target, today),
    };
  };
  const R1 = receipt('R1', '2025-03-11', '100.00');
  const R2 = receipt('R2', '2025-03-21', '100.00');

  it('and saw the same make the very same rows: the second insert is the first', () => {
    expect(rowsFor(bookWith(R1))).toEqual(rowsFor(bookWith(R1)));
    expect(rowsFor(bookWith(R1)).rows).not.toEqual([]);
  });

  it('and saw different receipts want the same slots with different rows: one of them loses', () => {
    const [one, two] = [rowsFor(bookWith(R1)), rowsFor(bookWith(R2))];
    expect(one.rows[0]?.slotKey).toBe(two.rows[0]?.slotKey);
    expect(one.rows[0]?.id).not.toBe(two.rows[0]?.id);
    expect(one.fees[0]?.slotKey).toBe(two.fees[0]?.slotKey);
    expect(one.fees[0]?.id).not.toBe(two.fees[0]?.id);
  });

  it('number their slots from one, without a gap', () => {
    const book = bookWith(R1, R2);
    post(contract, book, today);
    withId(book.receipts, 'R1').state = 'BOUNCED';
    post(contract, book, today);
    const { allocations } = book;
    expect(allocations.map(({ slotKey }) => slotKey)).toEqual(
      allocations.map((_, index) => `contract:${index + 1}`),
    );
  });
});

describe('a cheque that bounces', () => {
  const contract = () =>
    contractOf({
      price: eur('200.00'),
      signedOn: day('2025-01-01'),
      lateFeeRate: 5,
      allocationOrder: 'ALL_FEES_THEN_PRINCIPAL',
    });
  const charges = [charge(1, '2025-03-01', '100.00')];
  const told = (rows: readonly Row[]) =>
    rows.map((row) =>
      [row.receiptId, row.kind, row.amount?.minor, row.mirrorOf === '' ? '' : 'mirror'].join(' '),
    );

  it('is taken back row by row, and the fee runs on from the due date (C4)', () => {
    const terms = contract();
    const book = newBook(charges);
    book.receipts.push(receiptOf(receipt('R', '2025-03-11', '100.50')));
    post(terms, book, day('2025-03-11'));
    expect(told(book.allocations)).toEqual(['R FEE 50 ', 'R PRINCIPAL 10000 ']);
    expect(book.lateFeeEntries.map(({ amount, upTo }) => [amount, upTo])).toEqual([
      [eur('0.50'), '2025-03-11'],
    ]);
    expect(book.installments[0]).toMatchObject({ state: 'PAID', settledOn: '2025-03-11', lateFeeUpTo: null });

    withId(book.receipts, 'R').state = 'BOUNCED';
    post(terms, book, day('2025-05-15'));
    expect(told(book.allocations).slice(2)).toEqual(['R FEE -50 mirror', 'R PRINCIPAL -10000 mirror']);
    expect(book.allocations[2]?.mirrorOf).toBe(book.allocations[0]?.id);
    // Billed to the end of April: 60 days of 100.00.
    expect(book.lateFeeEntries.map(({ amount, upTo, kind }) => [amount, upTo, kind])).toEqual([
      [eur('0.50'), '2025-03-11', 'ACCRUAL'],
      [eur('2.50'), '2025-04-30', 'ACCRUAL'],
    ]);
    expect(book.installments[0]).toMatchObject({
      state: 'OVERDUE',
      settledOn: null,
      lateFee: eur('3.75'),
      lateFeeUpTo: '2025-05-15',
    });
    expect(terms).toMatchObject({ paid: eur('0.00'), overdue: eur('100.00'), overdueSince: '2025-03-01' });
  });

  it('back-dated money posts the difference of the fee as a correction (D3)', () => {
    const terms = contract();
    const book = newBook(charges);
    post(terms, book, day('2025-05-15'));
    expect(book.lateFeeEntries.map(({ amount }) => amount)).toEqual([eur('3.00')]);
    book.receipts.push(receiptOf(receipt('R', '2025-03-11', '150.00')));
    post(terms, book, day('2025-05-16'));
    expect(book.lateFeeEntries.map(({ amount, kind, upTo }) => [amount, kind, upTo]).at(-1)).toEqual([
      eur('-2.50'),
      'CORRECTION',
      '2025-03-11',
    ]);
    expect(terms).toMatchObject({
      paid: eur('100.00'),
      lateFee: eur('0.50'),
      lateFeePaid: eur('0.50'),
      prepaid: eur('49.50'),
    });
  });
});

describe('a deposit (D2.3)', () => {
  it('pays the first installments, due or not, and counts from the signing when it is older', () => {
    const contract = contractOf({ price: eur('200.00'), signedOn: day('2025-02-01'), lateFeeRate: 5 });
    const book = newBook([charge(1, '2025-03-01', '100.00'), charge(2, '2025-04-01', '100.00')]);
    book.receipts.push({ ...receiptOf(receipt('D', '2025-01-10', '130.00')), reservationId: 'reservation' });
    post(contract, book, day('2025-02-01'));
    expect(
      book.allocations.map(({ installmentId, amount, allocatedOn }) => [installmentId, amount, allocatedOn]),
    ).toEqual([
      ['I1', eur('100.00'), '2025-02-01'],
      ['I2', eur('30.00'), '2025-02-01'],
    ]);
  });
});

describe('what does not count', () => {
  it.each(['DRAFT', 'PENDING_CLEARANCE', 'BOUNCED', 'REVERSED'] as const)(
    'a receipt that is %s gives nothing (C4)',
    (state) => {
      const contract = contractOf({ price: eur('100.00'), signedOn: day('2025-01-01') });
      const book = newBook([charge(1, '2025-03-01', '100.00')]);
      book.receipts.push({ ...receiptOf(receipt('R', '2025-03-01', '100.00')), state });
      expect(post(contract, book, day('2025-06-01')).rows).toEqual([]);
      expect(contract).toMatchObject({ paid: eur('0.00'), prepaid: eur('0.00') });
    },
  );

  it('a refund that was reversed takes nothing', () => {
    const contract = contractOf({ price: eur('100.00'), signedOn: day('2025-01-01') });
    const book = newBook([charge(1, '2025-03-01', '100.00')]);
    book.receipts.push(receiptOf(receipt('R', '2025-03-01', '150.00')));
    book.refunds.push(refundOf(refund('2025-03-02', '50.00')));
    post(contract, book, day('2025-06-01'));
    expect(contract).toMatchObject({ prepaid: eur('0.00'), refunded: eur('50.00') });
    for (const one of book.refunds) one.state = 'REVERSED';
    post(contract, book, day('2025-06-01'));
    expect(contract).toMatchObject({ prepaid: eur('50.00'), refunded: eur('0.00') });
  });
});

describe('a book as the ledger reads it', () => {
  it('any ledger that is entered comes out as it went in', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, anyTermFields, (ledger, asOf, terms) => {
        const contract = contractOf({ price: money(0n, ledger.currency), signedOn: FIRST_DAY, ...terms });
        const book = bookOf(ledger);
        const read = ledgerOf(contract, book);
        expect(read).toMatchObject({
          ...ledger,
          order: terms.allocationOrder,
          lateFee: lateFeeTermsOf(contract),
        });
        const target = replay(read, asOf);
        const refunded = money(
          ledger.refunds.filter(({ on }) => on <= asOf).reduce((all, { amount }) => all + amount.minor, 0n),
          ledger.currency,
        );
        const received = ledger.receipts
          .filter(({ on }) => on <= asOf)
          .reduce((all, { amount }) => all + amount.minor, 0n);
        expect(accountedFor(target, refunded, ledger.currency).minor).toBe(received);
        expect(contractTotals(book, target, ledger.currency, asOf).prepaid).toEqual(target.balance);
      }),
      RUNS,
    );
  });

  it('a waiver of the fee is no credit, every other adjustment is', () => {
    const book = newBook([charge(1, '2025-03-01', '100.00')]);
    const kinds = [
      'PRINCIPAL_WAIVER',
      'AREA_SETTLEMENT',
      'REPLANNING',
      'CANCELLATION',
      'LATE_FEE_WAIVER',
    ] as const;
    for (const kind of kinds)
      book.adjustments.push(adjustmentOf(kind, 'I1', kind, off('2025-03-02', '1.00')));
    const [one] = ledgerOf(contractOf({ price: eur('100.00') }), book).charges;
    expect([one?.credits.length, one?.feeWaivers.length]).toEqual([4, 1]);
  });
});
