/** E21.6, E21.7, E21.9: what always holds of a ledger, whatever its receipts, credits, waivers, refunds and terms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEARS_LATE_FEE,
  FUND_PAYS,
  type Ledger,
  type LedgerCharge,
  lateFeeRuleFor,
  type Replayed,
  replay,
} from '#domain/ledger/index.ts';
import { money } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { feeDayByDay } from './late-fees.ts';
import { anyLedger, anyMoment, DAYS, FIRST_DAY, netOf, totalOf } from './ledgers.ts';

const RUNS = { numRuns: 3_000 };

const upTo = <T extends { on: PlainDate }>(rows: readonly T[], asOf: PlainDate): T[] =>
  rows.filter(({ on }) => on <= asOf);

const creditedOn = (charge: LedgerCharge, asOf: PlainDate, currency: string): bigint =>
  totalOf(upTo(charge.credits, asOf), currency);

/** What a charge may ask for by a day: its amount less what was taken off. */
function asked(charge: LedgerCharge, asOf: PlainDate, currency: string): bigint {
  const left = charge.amount.minor - creditedOn(charge, asOf, currency);
  return left > 0n ? left : 0n;
}

const outcomeOf = ({ charges }: Replayed, id: string) => {
  const found = charges.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No charge ${id}`);
  return found;
};

function shuffled<T>(rows: readonly T[], ranks: readonly number[]): T[] {
  return rows
    .map((row, index) => ({ row, rank: ranks[index % ranks.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

const anyRanks = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

/** What was given per day, receipt, charge and kind, and what became of the charges: in no order. */
function comparable({ allocations, charges, balance }: Replayed) {
  const given = new Map<string, bigint>();
  for (const { receiptId, chargeId, kind, amount, on } of allocations) {
    const key = `${on} ${receiptId} ${chargeId} ${kind}`;
    given.set(key, (given.get(key) ?? 0n) + amount.minor);
  }
  return {
    balance,
    given: [...given].map(([key, minor]) => `${key} ${minor}`).sort(),
    charges: [...charges].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ reductions: _, ...one }) => one),
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

describe('any ledger on any day', () => {
  it('E21.6: receipts are allocations, balance and refunds, to the last minor unit', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const { allocations, charges, balance } = replay(ledger, asOf);
        const received = totalOf(upTo(ledger.receipts, asOf), ledger.currency);
        const refunded = totalOf(upTo(ledger.refunds, asOf), ledger.currency);
        expect(totalOf(allocations, ledger.currency) + balance.minor + refunded).toBe(received);
        const paid = charges.reduce((all, one) => all + one.paid.minor + one.feePaid.minor, 0n);
        expect(paid + balance.minor + refunded).toBe(received);
      }),
      RUNS,
    );
  });

  it('E21.6: no receipt ever gives more than it is, nor less than nothing', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const { allocations } = replay(ledger, asOf);
        const given = new Map<string, bigint>();
        for (const { receiptId, amount, on } of allocations) {
          const source = ledger.receipts.find(({ id }) => id === receiptId);
          expect(source !== undefined && source.on <= on).toBe(true);
          const net = (given.get(receiptId) ?? 0n) + amount.minor;
          expect(net >= 0n && net <= (source?.amount.minor ?? 0n)).toBe(true);
          given.set(receiptId, net);
        }
      }),
      RUNS,
    );
  });

  it('D4.5: no charge ever takes more than is asked of it, at the end of any day', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const { allocations } = replay(ledger, asOf);
        for (const charge of ledger.charges) {
          const days = new Set([...allocations, ...upTo(charge.credits, asOf)].map(({ on }) => on));
          for (const today of days) {
            const paid = netOf(upTo(allocations, today), { chargeId: charge.id, kind: 'PRINCIPAL' });
            expect(paid >= 0n && paid <= asked(charge, today, ledger.currency)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('says of each charge what its allocations, credits and waivers make', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const after = replay(ledger, asOf);
        expect(after.charges.map(({ id }) => id)).toEqual(ledger.charges.map(({ id }) => id));
        for (const charge of ledger.charges) {
          const one = outcomeOf(after, charge.id);
          expect(one.paid.minor).toBe(netOf(after.allocations, { chargeId: charge.id, kind: 'PRINCIPAL' }));
          expect(one.feePaid.minor).toBe(netOf(after.allocations, { chargeId: charge.id, kind: 'FEE' }));
          expect(one.credited.minor).toBe(creditedOn(charge, asOf, ledger.currency));
          expect(one.feeWaived.minor).toBe(totalOf(upTo(charge.feeWaivers, asOf), ledger.currency));
          expect(one.feePaid.minor >= 0n && one.feePaid.minor <= one.fee.minor).toBe(true);
          const isOpen = one.paid.minor < asked(charge, asOf, ledger.currency);
          expect(one.settledOn === null).toBe(isOpen);
        }
      }),
      RUNS,
    );
  });

  it('D3: the fee of each charge is what a count day by day makes of its payments and credits', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const after = replay(ledger, asOf);
        for (const charge of ledger.charges) {
          const { fee } = outcomeOf(after, charge.id);
          if (
            ledger.lateFee === null ||
            charge.dueOn === null ||
            !BEARS_LATE_FEE.includes(charge.chargeType)
          ) {
            expect(fee.minor).toBe(0n);
            continue;
          }
          const principal = after.allocations.filter(
            ({ chargeId, kind }) => chargeId === charge.id && kind === 'PRINCIPAL',
          );
          const { amount, dueOn } = charge;
          const reductions = [...principal, ...upTo(charge.credits, asOf)];
          const terms = lateFeeRuleFor(amount, ledger.lateFee);
          const counted = feeDayByDay({ amount, dueOn, reductions }, terms, asOf);
          expect(fee.minor).toBe(terms.cap !== null && counted > terms.cap.minor ? terms.cap.minor : counted);
        }
      }),
      RUNS,
    );
  });

  it('E21.9: the order in which receipts, refunds and charges were entered does not matter', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, anyRanks, (ledger, asOf, ranks) => {
        const entered: Ledger = {
          ...ledger,
          receipts: shuffled(ledger.receipts, ranks),
          refunds: shuffled(ledger.refunds, ranks),
          charges: shuffled(ledger.charges, ranks).map((charge) => ({
            ...charge,
            credits: charge.credits.toReversed(),
            feeWaivers: charge.feeWaivers.toReversed(),
          })),
        };
        expect(comparable(replay(entered, asOf))).toEqual(comparable(replay(ledger, asOf)));
      }),
      RUNS,
    );
  });

  it('E21.7: a receipt taken out and put in again leaves everything as it was, late fees included', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, fc.nat(), (ledger, asOf, at) => {
        const before = replay(frozen(ledger), asOf);
        const chosen = ledger.receipts[at % Math.max(ledger.receipts.length, 1)];
        if (chosen === undefined) return;
        const without = { ...ledger, receipts: ledger.receipts.filter((one) => one !== chosen) };
        const between = replay(without, asOf);
        expect(netOf(between.allocations, { receiptId: chosen.id })).toBe(0n);
        const again = replay({ ...without, receipts: [...without.receipts, chosen] }, asOf);
        expect(again).toEqual(before);
      }),
      RUNS,
    );
  });

  it('a later day never changes what was given before', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, anyMoment, (ledger, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        const later = replay(ledger, after).allocations;
        expect(upTo(later, before)).toEqual(replay(ledger, before).allocations);
        // What comes first is the older: rows follow the days.
        expect(later.map(({ on }) => on)).toEqual(later.map(({ on }) => on).sort());
      }),
      RUNS,
    );
  });

  it('what happens after a day changes nothing up to it', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const past: Ledger = {
          ...ledger,
          receipts: upTo(ledger.receipts, asOf),
          refunds: upTo(ledger.refunds, asOf),
          charges: ledger.charges.map((charge) => ({
            ...charge,
            credits: upTo(charge.credits, asOf),
            feeWaivers: upTo(charge.feeWaivers, asOf),
          })),
        };
        expect(replay(past, asOf)).toEqual(replay(ledger, asOf));
      }),
      RUNS,
    );
  });

  it('nothing happens on days on which nothing happens: looking every day gives the same', () => {
    const everyDay = Array.from({ length: DAYS + 1 }, (_, days) => addDays(FIRST_DAY, days));
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        const nothing = everyDay.map(
          (dueOn, index): LedgerCharge => ({
            id: `Nothing ${dueOn}`,
            seq: 1_000 + index,
            chargeType: 'TAX',
            amount: money(0n, ledger.currency),
            dueOn,
            isLoan: false,
            credits: [],
            feeWaivers: [],
          }),
        );
        const { allocations, balance } = replay(
          { ...ledger, charges: [...ledger.charges, ...nothing] },
          asOf,
        );
        const plain = replay(ledger, asOf);
        expect(allocations).toEqual(plain.allocations);
        expect(balance).toEqual(plain.balance);
      }),
      { numRuns: 300 },
    );
  });

  it('D4.1, D4.3, D4.4: money goes only where it may, on a day on which it may', () => {
    fc.assert(
      fc.property(anyLedger(), anyMoment, (ledger, asOf) => {
        for (const { receiptId, chargeId, amount, on } of replay(ledger, asOf).allocations) {
          const source = ledger.receipts.find(({ id }) => id === receiptId);
          const charge = ledger.charges.find(({ id }) => id === chargeId);
          if (source === undefined || charge === undefined) throw new Error('from and to somebody else');
          if (amount.minor < 0n) {
            // Taken off, or paid back to the buyer on that very day.
            const givenBack = [...charge.credits, ...ledger.refunds].map((one) => one.on);
            expect(givenBack).toContain(on);
            continue;
          }
          const isNamed = source.firstTo.includes(chargeId);
          const isForLoan = source.isLoan && charge.isLoan;
          const isDue = charge.dueOn !== null && charge.dueOn <= on;
          const isFenced = !FUND_PAYS[source.fund].includes(charge.chargeType);
          expect(isNamed || isForLoan || (!isFenced && (isDue || source.allowPrepayment))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('D4.4: a receipt keeps a rest only when nothing that it may pay is open', () => {
    fc.assert(
      fc.property(anyLedger({ hasRefunds: false }), anyMoment, (ledger, asOf) => {
        const after = replay(ledger, asOf);
        for (const source of upTo(ledger.receipts, asOf)) {
          if (netOf(after.allocations, { receiptId: source.id }) === source.amount.minor) continue;
          for (const charge of ledger.charges) {
            const isDue = charge.dueOn !== null && charge.dueOn <= asOf;
            const mayPay =
              source.firstTo.includes(charge.id) ||
              (source.isLoan && charge.isLoan) ||
              (FUND_PAYS[source.fund].includes(charge.chargeType) && (isDue || source.allowPrepayment));
            if (!mayPay) continue;
            const { paid, fee, feePaid, feeWaived } = outcomeOf(after, charge.id);
            expect(paid.minor).toBe(asked(charge, asOf, ledger.currency));
            expect(fee.minor - feePaid.minor - feeWaived.minor <= 0n).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('D4: a receipt of one day in two parts pays the same', () => {
    fc.assert(
      fc.property(
        anyLedger({ hasCredits: false }),
        anyMoment,
        fc.nat(),
        fc.bigInt({ min: 1n, max: 99n }),
        (ledger, asOf, at, percent) => {
          const receipts = ledger.receipts.flatMap((one, index) => {
            if (index !== at % ledger.receipts.length) return [one];
            const part = (one.amount.minor * percent) / 100n;
            return [
              { ...one, id: `${one.id}a`, amount: money(part, ledger.currency) },
              { ...one, id: `${one.id}b`, amount: money(one.amount.minor - part, ledger.currency) },
            ];
          });
          const [two, one] = [{ ...ledger, receipts }, ledger].map((each) => replay(each, asOf));
          expect(two?.balance).toEqual(one?.balance);
          const told = (replayed: Replayed | undefined) =>
            replayed?.charges.map(({ id, paid, fee, feePaid, settledOn }) => ({
              id,
              paid,
              fee,
              feePaid,
              settledOn,
            }));
          expect(told(two)).toEqual(told(one));
        },
      ),
      RUNS,
    );
  });

  it('D4.6: what a credit gives back is the newest that was given, and no more than is too much', () => {
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        const { allocations } = replay(ledger, addDays(FIRST_DAY, DAYS));
        for (const charge of ledger.charges) {
          /** Open lots in the order in which they were given. */
          const lots: { receiptId: string; minor: bigint }[] = [];
          for (const { receiptId, chargeId, kind, amount } of allocations) {
            if (chargeId !== charge.id || kind !== 'PRINCIPAL') continue;
            if (amount.minor > 0n) lots.push({ receiptId, minor: amount.minor });
            let back = -amount.minor;
            while (back > 0n) {
              const newest = lots.at(-1);
              expect(newest?.receiptId).toBe(receiptId);
              if (newest === undefined) throw new Error('more was given back than was given');
              const part = newest.minor < back ? newest.minor : back;
              newest.minor -= part;
              back -= part;
              if (newest.minor === 0n) lots.pop();
            }
          }
        }
      }),
      RUNS,
    );
  });
});
