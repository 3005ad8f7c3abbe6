/** A contract's widget on the worked examples of late fees and allocation (E5, E6, E7): the figures of the ledger. */
import { describe, expect, it } from 'vitest';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { contractFigures } from '#widgets/ledger/contract-account/contract-figures.ts';
import type { ContractSubject, InstallmentRow } from '#widgets/ledger/contract-account/contract-records.ts';
import { roadOf } from '#widgets/ledger/contract-account/contract-road.ts';
import { paidPercent, paidShares } from '#widgets/ledger/contract-account/paid-shares.ts';

const stored = (decimal: string) => ({
  amountMicros: Math.round(Number(decimal) * 1_000_000),
  currencyCode: 'CNY',
});
const text = (money: Money | undefined) => (money === undefined ? '' : formatMoney(money));

function installment(seq: number, amount: string, dueOn: string | null): InstallmentRow {
  return {
    id: `i${seq}`,
    name: `C-1 · ${seq} Part ${seq}`,
    seq,
    dueOn,
    amount: stored(amount),
    paid: null,
    credited: null,
    lateFee: null,
    lateFeePaid: null,
    lateFeeWaived: null,
    chargeType: 'HOUSE_PRICE',
    anchor: 'DATE',
    closedAs: null,
  };
}

function receipt(id: string, amount: string, on: string) {
  return {
    id,
    state: 'CLEARED',
    amount: stored(amount),
    receivedOn: on,
    valueOn: on,
    fund: 'PRICE',
    allowPrepayment: false,
    reservationId: null,
    method: 'TRANSFER',
    firstTo: null,
  } as const;
}

function subject(
  terms: Partial<ContractSubject['contract']>,
  installments: InstallmentRow[],
  receipts: ReturnType<typeof receipt>[],
): ContractSubject {
  return {
    contract: {
      id: 'c1',
      name: 'C-1',
      state: 'SIGNED',
      signedOn: '2025-01-01',
      cancelledOn: null,
      completedOn: null,
      price: stored('300000.00'),
      paid: null,
      prepaid: null,
      overdue: null,
      overdueSince: null,
      lateFee: null,
      lateFeePaid: null,
      lateFeeWaived: null,
      allocationOrder: 'PRINCIPAL_FIRST',
      lateFeeRate: 5,
      lateFeeGraceDays: null,
      lateFeeGraceFrom: 'DUE',
      lateFeeBandDays: null,
      lateFeeBandRate: null,
      lateFeeBandMode: 'WHOLE_PERIOD',
      lateFeeCapPercent: null,
      reservation: null,
      unit: { id: 'u1', name: 'A 1', project: { timeZone: 'Asia/Shanghai' } },
      buyer: null,
      company: null,
      ...terms,
    },
    installments,
    receipts,
    refunds: [],
    adjustments: [],
    parties: [],
    changes: [],
    mortgages: [],
    handovers: [],
    titles: [],
    snags: [],
    serviceTickets: [],
    warrantyTerms: [],
    totals: { installments: null, receipts: null, refunds: null, adjustments: null, changes: null },
  };
}

const on = (day: string) => new Date(`${day}T04:00:00Z`);

describe('the account of a contract', () => {
  it.each([
    ['PRINCIPAL_FIRST', '0.00', '4300.00'],
    ['ALL_FEES_THEN_PRINCIPAL', '4350.15', '0.00'],
  ] as const)('E5 %s: left %s of principal and %s of fee', (allocationOrder, open, fee) => {
    const figures = contractFigures(
      subject(
        { allocationOrder },
        [installment(1, '300000.00', '2025-03-01')],
        [
          receipt('a', '100000.00', '2025-03-11'),
          receipt('b', '120000.00', '2025-03-31'),
          receipt('c', '80000.00', '2025-04-20'),
        ],
      ),
      on('2025-04-20'),
    );
    expect(text(figures?.lines[0]?.open)).toBe(open);
    expect(text(figures?.totals.feeOpen)).toBe(fee);
    expect(text(figures?.totals.overdue)).toBe(open);
  });

  it.each([
    ['WHOLE_PERIOD', '3000.00'],
    ['MARGINAL', '1800.00'],
  ] as const)('E6 %s: %s after 75 days', (lateFeeBandMode, fee) => {
    const terms = { lateFeeRate: 1, lateFeeBandRate: 2, lateFeeBandDays: 60, lateFeeBandMode };
    const figures = contractFigures(
      subject(terms, [installment(1, '200000.00', '2025-01-01')], []),
      on('2025-03-17'),
    );
    expect(text(figures?.lines[0]?.lateFee)).toBe(fee);
  });

  it.each([
    ['FEE_THEN_PRINCIPAL_PER_INSTALLMENT', ['11225.00', '80000.00'], '840.00'],
    ['ALL_FEES_THEN_PRINCIPAL', ['12065.00', '80000.00'], '0.00'],
    ['PRINCIPAL_FIRST', ['10000.00', '80000.00'], '2065.00'],
  ] as const)('E7 %s: 40,000 leave %j and %s of fee', (allocationOrder, left, fee) => {
    const figures = contractFigures(
      subject(
        { allocationOrder, price: stored('190000.00') },
        [
          installment(1, '50000.00', '2025-01-31'),
          installment(2, '80000.00', '2025-02-28'),
          installment(3, '60000.00', '2025-03-31'),
        ],
        [receipt('a', '40000.00', '2025-03-21')],
      ),
      on('2025-03-21'),
    );
    expect(figures?.lines.slice(0, 2).map(({ open }) => text(open))).toEqual(left);
    expect(text(figures?.totals.feeOpen)).toBe(fee);
    expect(figures?.totals.nextDue).toMatchObject({ on: '2025-03-31', label: 'Part 3' });
  });

  it('a day is the project’s: what is due tomorrow there is not overdue yet', () => {
    const one = subject({}, [installment(1, '300000.00', '2025-03-01')], []);
    expect(contractFigures(one, new Date('2025-03-01T15:59:00Z'))?.lines[0]?.state).toBe('DUE');
    expect(contractFigures(one, new Date('2025-03-01T16:01:00Z'))?.lines[0]?.state).toBe('OVERDUE');
  });

  it('the bar adds up to everything that is asked, and 100 is only what is paid in full', () => {
    const figures = contractFigures(
      subject(
        { lateFeeRate: null },
        [installment(1, '100000.00', '2025-03-01'), installment(2, '200000.00', null)],
        [receipt('a', '99999.99', '2025-03-01')],
      ),
      on('2025-03-20'),
    );
    if (figures === null) throw new Error('there is a price');
    expect(paidPercent(figures)).toBe(33);
    const shares = paidShares(figures, ENGLISH);
    expect(shares.map(({ key }) => key)).toEqual(['PAID', 'REST']);
    expect(text(figures.due)).toBe('0.01');
  });

  it('a list that is not whole is not worked with: the stored figures are shown', () => {
    const one = subject({}, [{ ...installment(1, '300000.00', '2025-03-01'), paid: stored('1.00') }], []);
    const cut = { ...one, totals: { ...one.totals, receipts: 900 } };
    expect(contractFigures(cut, on('2025-03-01'))).toMatchObject({ isStored: true });
    expect(text(contractFigures(cut, on('2025-03-01'))?.totals.paid)).toBe('1.00');
  });

  it('a contract that ended says where, and what was reached before', () => {
    const one = subject({ state: 'TERMINATED', cancelledOn: '2025-05-01' }, [], []);
    expect(roadOf(one, 40, ENGLISH).map(({ key, state }) => [key, state])).toEqual([
      ['RESERVED', 'DONE'],
      ['SIGNED', 'DONE'],
      ['ENDED', 'ENDED'],
    ]);
  });
});
