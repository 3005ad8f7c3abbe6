import { describe, expect, it } from 'vitest';
import {
  type AllocationOrder,
  type ChargeOutcome,
  type ChargeType,
  type Fund,
  type Ledger,
  replay,
} from '#domain/ledger/index.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { day, eur } from '../amounts.ts';
import { charge, FIVE, givenBy, ledgerOf, off, receipt, refund } from './ledgers.ts';

const A = 'FEE_THEN_PRINCIPAL_PER_INSTALLMENT';
const B = 'ALL_FEES_THEN_PRINCIPAL';
const C = 'PRINCIPAL_FIRST';

/** "paid 50.00, fee 1.00 - 0.50 - 0.00, settled 2025-03-21" for a charge. */
function stateOf({ paid, fee, feePaid, feeWaived, settledOn }: ChargeOutcome): string {
  const [all, out, waived] = [fee, feePaid, feeWaived].map(formatMoney);
  return `paid ${formatMoney(paid)}, fee ${all} - ${out} - ${waived}, settled ${settledOn ?? 'not yet'}`;
}

function live(ledger: Ledger, asOf: string) {
  const replayed = replay(ledger, day(asOf));
  return {
    given: givenBy(replayed),
    balance: formatMoney(replayed.balance),
    charges: Object.fromEntries(replayed.charges.map((one) => [one.id, stateOf(one)])),
  };
}

const given = (ledger: Ledger, asOf: string) => live(ledger, asOf).given;

describe('E7 through the ledger, as of 2025-03-21 (D4.2)', () => {
  const charges = [
    charge(1, '2025-01-31', '50000.00'),
    charge(2, '2025-02-28', '80000.00'),
    charge(3, '2025-03-31', '60000.00'),
  ];
  const e7 = (order: AllocationOrder, amount: string, allowPrepayment = false) =>
    ledgerOf(charges, [receipt('R', '2025-03-21', amount, { allowPrepayment })], { order, lateFee: FIVE });

  it.each<[AllocationOrder, string, string[], string, string]>([
    [
      A,
      '40000.00',
      ['R I1 FEE 1225.00', 'R I1 PRINCIPAL 38775.00'],
      'paid 38775.00, fee 1225.00 - 1225.00 - 0.00, settled not yet',
      'paid 0.00, fee 840.00 - 0.00 - 0.00, settled not yet',
    ],
    [
      B,
      '40000.00',
      ['R I1 FEE 1225.00', 'R I2 FEE 840.00', 'R I1 PRINCIPAL 37935.00'],
      'paid 37935.00, fee 1225.00 - 1225.00 - 0.00, settled not yet',
      'paid 0.00, fee 840.00 - 840.00 - 0.00, settled not yet',
    ],
    [
      C,
      '40000.00',
      ['R I1 PRINCIPAL 40000.00'],
      'paid 40000.00, fee 1225.00 - 0.00 - 0.00, settled not yet',
      'paid 0.00, fee 840.00 - 0.00 - 0.00, settled not yet',
    ],
    [
      A,
      '100000.00',
      ['R I1 FEE 1225.00', 'R I1 PRINCIPAL 50000.00', 'R I2 FEE 840.00', 'R I2 PRINCIPAL 47935.00'],
      'paid 50000.00, fee 1225.00 - 1225.00 - 0.00, settled 2025-03-21',
      'paid 47935.00, fee 840.00 - 840.00 - 0.00, settled not yet',
    ],
    [
      B,
      '100000.00',
      ['R I1 FEE 1225.00', 'R I2 FEE 840.00', 'R I1 PRINCIPAL 50000.00', 'R I2 PRINCIPAL 47935.00'],
      'paid 50000.00, fee 1225.00 - 1225.00 - 0.00, settled 2025-03-21',
      'paid 47935.00, fee 840.00 - 840.00 - 0.00, settled not yet',
    ],
    [
      C,
      '100000.00',
      ['R I1 PRINCIPAL 50000.00', 'R I2 PRINCIPAL 50000.00'],
      'paid 50000.00, fee 1225.00 - 0.00 - 0.00, settled 2025-03-21',
      'paid 50000.00, fee 840.00 - 0.00 - 0.00, settled not yet',
    ],
  ])('%s, a receipt of %s', (order, amount, expected, first, second) => {
    expect(live(e7(order, amount), '2025-03-21')).toEqual({
      given: expected.map((one) => `${one} 2025-03-21`),
      balance: '0.00',
      charges: { I1: first, I2: second, I3: 'paid 0.00, fee 0.00 - 0.00 - 0.00, settled not yet' },
    });
  });

  it.each([A, B, C] as const)(
    'D4.4: what is not due yet takes nothing, the rest stays the buyer’s: %s',
    (order) => {
      const after = live(e7(order, '150000.00'), '2025-03-21');
      expect(after.balance).toBe('17935.00');
      expect(after.charges.I3).toBe('paid 0.00, fee 0.00 - 0.00 - 0.00, settled not yet');
    },
  );

  it.each([A, B, C] as const)('D4.4: with prepayment allowed it takes what is left: %s', (order) => {
    const after = live(e7(order, '192065.00', true), '2025-03-21');
    expect(after.balance).toBe('0.00');
    expect(after.charges.I3).toBe('paid 60000.00, fee 0.00 - 0.00 - 0.00, settled 2025-03-21');
  });

  it('D4.5: beyond all that is open even a prepayment is the buyer’s balance', () => {
    expect(live(e7(C, '200000.00', true), '2025-03-21').balance).toBe('7935.00');
  });
});

describe('the payer’s instruction comes first (D4.1)', () => {
  const charges = [
    charge(1, '2025-01-31', '100.00'),
    charge(2, '2025-02-28', '100.00'),
    charge(3, '2025-12-31', '100.00'),
    charge(4, null, '100.00'),
  ];
  const paid = (firstTo: string[], amount = '150.00', changes = {}) =>
    given(ledgerOf(charges, [receipt('R', '2025-03-01', amount, { firstTo, ...changes })]), '2025-03-01').map(
      (one) => one.split(' ').slice(1, 4).join(' '),
    );

  it.each([
    [[], ['I1 PRINCIPAL 100.00', 'I2 PRINCIPAL 50.00']],
    [['I2'], ['I2 PRINCIPAL 100.00', 'I1 PRINCIPAL 50.00']],
    [
      ['I2', 'I1'],
      ['I2 PRINCIPAL 100.00', 'I1 PRINCIPAL 50.00'],
    ],
    [['I3'], ['I3 PRINCIPAL 100.00', 'I1 PRINCIPAL 50.00']],
    [
      ['I4', 'I3'],
      ['I4 PRINCIPAL 100.00', 'I3 PRINCIPAL 50.00'],
    ],
    [
      ['nobody', 'I2'],
      ['I2 PRINCIPAL 100.00', 'I1 PRINCIPAL 50.00'],
    ],
  ])('%j named: %j', (firstTo, expected) => {
    expect(paid(firstTo)).toEqual(expected);
  });

  it('an installment that is named takes its fee too, before others get anything', () => {
    const ledger = (order: AllocationOrder) =>
      ledgerOf(charges, [receipt('R', '2025-03-10', '101.00', { firstTo: ['I2'] })], {
        order,
        lateFee: FIVE,
      });
    expect(given(ledger(C), '2025-03-10')).toEqual([
      'R I2 PRINCIPAL 100.00 2025-03-10',
      'R I2 FEE 0.50 2025-03-10',
      'R I1 PRINCIPAL 0.50 2025-03-10',
    ]);
    expect(given(ledger(A), '2025-03-10')).toEqual([
      'R I2 FEE 0.50 2025-03-10',
      'R I2 PRINCIPAL 100.00 2025-03-10',
      'R I1 FEE 0.50 2025-03-10',
    ]);
  });

  it('the bank’s money too goes where the payer says before it goes to the loan', () => {
    const ledger = ledgerOf(
      [charge(1, '2025-01-31', '100.00'), charge(2, null, '100.00', { isLoan: true })],
      [receipt('R', '2025-03-01', '150.00', { isLoan: true, firstTo: ['I1'] })],
    );
    expect(given(ledger, '2025-03-01')).toEqual([
      'R I1 PRINCIPAL 100.00 2025-03-01',
      'R I2 PRINCIPAL 50.00 2025-03-01',
    ]);
  });
});

describe('fences between kinds of charges (D4.3)', () => {
  const TYPES: ChargeType[] = [
    'HOUSE_PRICE',
    'AREA_DIFFERENCE',
    'OTHER_FEE',
    'RETENTION',
    'MAINTENANCE_FUND',
    'TAX',
  ];
  const charges = TYPES.map((chargeType, index) =>
    charge(index + 1, '2025-01-31', '100.00', { id: chargeType, chargeType }),
  );

  it.each<[Fund, ChargeType[], string]>([
    ['PRICE', ['HOUSE_PRICE', 'AREA_DIFFERENCE', 'OTHER_FEE', 'RETENTION'], '600.00'],
    ['MAINTENANCE_FUND', ['MAINTENANCE_FUND'], '900.00'],
    ['TAX', ['TAX'], '900.00'],
  ])('money for %s pays only %j, the rest waits', (fund, types, balance) => {
    for (const allowPrepayment of [false, true]) {
      const ledger = ledgerOf(charges, [receipt('R', '2025-03-01', '1000.00', { fund, allowPrepayment })]);
      const after = live(ledger, '2026-03-01');
      expect(after.given).toEqual(types.map((type) => `R ${type} PRINCIPAL 100.00 2025-03-01`));
      expect(after.balance).toBe(balance);
    }
  });

  it.each<[Fund, ChargeType]>([
    ['MAINTENANCE_FUND', 'HOUSE_PRICE'],
    ['TAX', 'HOUSE_PRICE'],
    ['PRICE', 'MAINTENANCE_FUND'],
    ['PRICE', 'TAX'],
  ])('unless the payer says so: money for %s then pays %s', (fund, named) => {
    const ledger = ledgerOf(charges, [receipt('R', '2025-03-01', '100.00', { fund, firstTo: [named] })]);
    expect(given(ledger, '2025-03-01')).toEqual([`R ${named} PRINCIPAL 100.00 2025-03-01`]);
  });

  it.each<[ChargeType, string]>([
    ['HOUSE_PRICE', '1.45'],
    ['AREA_DIFFERENCE', '1.45'],
    ['OTHER_FEE', '0.00'],
    ['RETENTION', '0.00'],
    ['MAINTENANCE_FUND', '0.00'],
    ['TAX', '0.00'],
  ])('D3: 29 days late, %s has cost %s', (chargeType, fee) => {
    const ledger = ledgerOf([charge(1, '2025-01-31', '100.00', { chargeType })], [], { lateFee: FIVE });
    expect(live(ledger, '2025-03-01').charges.I1).toBe(
      `paid 0.00, fee ${fee} - 0.00 - 0.00, settled not yet`,
    );
  });
});

describe('the bank’s money (D4.5)', () => {
  const charges = [
    charge(1, '2025-01-31', '100.00'),
    charge(2, null, '100.00', { isLoan: true }),
    charge(3, '2025-06-30', '100.00', { isLoan: true }),
  ];
  const bank = (amount: string, changes = {}) =>
    given(
      ledgerOf(charges, [receipt('R', '2025-03-01', amount, { isLoan: true, ...changes })]),
      '2025-03-01',
    );

  it('goes to the loan’s installments first, dated ones before undated ones, due or not', () => {
    expect(bank('150.00')).toEqual(['R I3 PRINCIPAL 100.00 2025-03-01', 'R I2 PRINCIPAL 50.00 2025-03-01']);
  });

  it('and what they do not need to what is due', () => {
    expect(bank('250.00')).toEqual([
      'R I3 PRINCIPAL 100.00 2025-03-01',
      'R I2 PRINCIPAL 100.00 2025-03-01',
      'R I1 PRINCIPAL 50.00 2025-03-01',
    ]);
  });

  it('of another payer is not the bank’s: it pays what is due', () => {
    expect(bank('250.00', { isLoan: false })).toEqual(['R I1 PRINCIPAL 100.00 2025-03-01']);
  });
});

describe('the balance (D4.4)', () => {
  const charges = [
    charge(1, '2025-01-31', '100.00'),
    charge(2, '2025-03-31', '100.00'),
    charge(3, null, '100.00'),
  ];
  const early = ledgerOf(charges, [receipt('R', '2025-01-15', '250.00')], { lateFee: FIVE });

  it('waits for what falls due, and pays it on that very day: nothing is ever late', () => {
    expect(live(early, '2025-01-30')).toMatchObject({ given: [], balance: '250.00' });
    expect(live(early, '2025-03-30')).toMatchObject({
      given: ['R I1 PRINCIPAL 100.00 2025-01-31'],
      balance: '150.00',
    });
    expect(live(early, '2026-12-31')).toEqual({
      given: ['R I1 PRINCIPAL 100.00 2025-01-31', 'R I2 PRINCIPAL 100.00 2025-03-31'],
      balance: '50.00',
      charges: {
        I1: 'paid 100.00, fee 0.00 - 0.00 - 0.00, settled 2025-01-31',
        I2: 'paid 100.00, fee 0.00 - 0.00 - 0.00, settled 2025-03-31',
        I3: 'paid 0.00, fee 0.00 - 0.00 - 0.00, settled not yet',
      },
    });
  });

  it('E4: a milestone certified for a day in the past takes the balance on that day', () => {
    const certified = ledgerOf([charge(3, '2025-02-10', '100.00')], early.receipts, { lateFee: FIVE });
    expect(given(certified, '2025-06-30')).toEqual(['R I3 PRINCIPAL 100.00 2025-02-10']);
  });

  it('of the older money is used before that of the newer', () => {
    const receipts = [receipt('Z', '2025-01-10', '60.00'), receipt('A', '2025-01-11', '60.00')];
    expect(given(ledgerOf([charge(1, '2025-01-31', '100.00')], receipts), '2025-02-01')).toEqual([
      'Z I1 PRINCIPAL 60.00 2025-01-31',
      'A I1 PRINCIPAL 40.00 2025-01-31',
    ]);
  });

  it('money that comes after the due date leaves a fee for the days between (D3)', () => {
    const late = ledgerOf([charge(1, '2025-01-31', '100.00')], [receipt('R', '2025-02-10', '200.00')], {
      lateFee: FIVE,
    });
    expect(live(late, '2026-12-31')).toEqual({
      given: ['R I1 PRINCIPAL 100.00 2025-02-10', 'R I1 FEE 0.50 2025-02-10'],
      balance: '99.50',
      charges: { I1: 'paid 100.00, fee 0.50 - 0.50 - 0.00, settled 2025-02-10' },
    });
  });

  it('D3: paid within the grace, nothing was late', () => {
    const terms = { ...FIVE, graceDays: 10 };
    const paid = (on: string) =>
      live(
        ledgerOf([charge(1, '2025-01-31', '100.00')], [receipt('R', on, '200.00')], {
          lateFee: terms,
          order: A,
        }),
        '2026-12-31',
      ).given;
    expect(paid('2025-02-10')).toEqual(['R I1 PRINCIPAL 100.00 2025-02-10']);
    expect(paid('2025-02-11')).toEqual(['R I1 FEE 0.55 2025-02-11', 'R I1 PRINCIPAL 100.00 2025-02-11']);
  });

  it('a receipt after the day that is asked about has not come yet', () => {
    expect(live(early, '2025-01-14')).toMatchObject({ given: [], balance: '0.00' });
  });
});

describe('E21.9: what counts is the value date, not when something was entered', () => {
  const charges = [charge(1, '2025-03-01', '300000.00')];
  const receipts = [
    receipt('R3', '2025-04-20', '80000.00'),
    receipt('R1', '2025-03-11', '100000.00'),
    receipt('R2', '2025-03-31', '120000.00'),
  ];

  it.each<[AllocationOrder, string]>([
    [C, 'paid 300000.00, fee 4300.00 - 0.00 - 0.00, settled 2025-04-20'],
    [A, 'paid 295649.85, fee 4350.15 - 4350.15 - 0.00, settled not yet'],
    [B, 'paid 295649.85, fee 4350.15 - 4350.15 - 0.00, settled not yet'],
  ])('E5 in %s: %s, in whatever order the receipts are', (order, expected) => {
    for (const entered of [receipts, receipts.toReversed()]) {
      const ledger = ledgerOf(charges, entered, { order, lateFee: FIVE });
      expect(live(ledger, '2025-04-20').charges.I1).toBe(expected);
    }
  });

  it('without the receipt that bounced the fee runs on as if it had never come', () => {
    const [third, first] = [receipts[0], receipts[1]].flatMap((one) => one ?? []);
    const rest = [third, first].flatMap((one) => one ?? []);
    const ledger = ledgerOf(charges, rest, { lateFee: FIVE });
    // 10 days of 300,000 and 40 days of 200,000.
    expect(live(ledger, '2025-04-20').charges.I1).toBe(
      'paid 180000.00, fee 5500.00 - 0.00 - 0.00, settled not yet',
    );
  });
});

describe('credits: less is asked from a day on (D4.6)', () => {
  const credited = (on: string, amount: string) => ({ credits: [off(on, amount)] });

  it('of something unpaid just take off what is open, and what is late', () => {
    const ledger = ledgerOf([charge(1, '2025-03-01', '100.00', credited('2025-03-11', '100.00'))], [], {
      lateFee: FIVE,
    });
    expect(live(ledger, '2026-01-01').charges.I1).toBe(
      'paid 0.00, fee 0.50 - 0.00 - 0.00, settled 2025-03-11',
    );
    expect(replay(ledger, day('2026-01-01')).charges[0]?.credited).toEqual(eur('100.00'));
    expect(replay(ledger, day('2025-03-10')).charges[0]?.credited).toEqual(eur('0.00'));
  });

  it('of something paid give money back, the newest allocation first', () => {
    const ledger = ledgerOf(
      [charge(1, '2025-03-01', '100.00', credited('2025-05-01', '50.00'))],
      [receipt('R1', '2025-03-01', '70.00'), receipt('R2', '2025-04-01', '30.00')],
    );
    expect(live(ledger, '2025-05-01')).toEqual({
      given: [
        'R1 I1 PRINCIPAL 70.00 2025-03-01',
        'R2 I1 PRINCIPAL 30.00 2025-04-01',
        'R2 I1 PRINCIPAL -30.00 2025-05-01',
        'R1 I1 PRINCIPAL -20.00 2025-05-01',
      ],
      balance: '50.00',
      charges: { I1: 'paid 50.00, fee 0.00 - 0.00 - 0.00, settled 2025-04-01' },
    });
  });

  it('the newest allocation first, also when one receipt has given twice', () => {
    const ledger = ledgerOf(
      [
        charge(1, '2025-01-10', '10.00', credited('2025-03-01', '10.00')),
        charge(2, '2025-01-20', '40.00', credited('2025-04-01', '15.00')),
      ],
      [receipt('R1', '2025-01-20', '30.00'), receipt('R2', '2025-02-01', '10.00')],
    );
    expect(given(ledger, '2025-04-01')).toEqual([
      'R1 I1 PRINCIPAL 10.00 2025-01-20',
      'R1 I2 PRINCIPAL 20.00 2025-01-20',
      'R2 I2 PRINCIPAL 10.00 2025-02-01',
      'R1 I1 PRINCIPAL -10.00 2025-03-01',
      'R1 I2 PRINCIPAL 10.00 2025-03-01',
      'R1 I2 PRINCIPAL -10.00 2025-04-01',
      'R2 I2 PRINCIPAL -5.00 2025-04-01',
    ]);
  });

  it('only as much as is too much, and what comes free pays what is due the same day', () => {
    const ledger = ledgerOf(
      [
        charge(1, '2025-03-01', '100.00', credited('2025-05-01', '40.00')),
        charge(2, '2025-04-01', '25.00'),
        charge(3, '2025-06-01', '25.00'),
      ],
      [receipt('R', '2025-03-01', '80.00')],
    );
    expect(live(ledger, '2025-05-01')).toMatchObject({
      given: [
        'R I1 PRINCIPAL 80.00 2025-03-01',
        'R I1 PRINCIPAL -20.00 2025-05-01',
        'R I2 PRINCIPAL 20.00 2025-05-01',
      ],
      balance: '0.00',
    });
  });

  it('larger than the charge do not give back more than was paid', () => {
    const ledger = ledgerOf(
      [charge(1, '2025-03-01', '100.00', credited('2025-05-01', '500.00'))],
      [receipt('R', '2025-03-01', '80.00')],
    );
    expect(live(ledger, '2025-05-01')).toMatchObject({
      balance: '80.00',
      charges: { I1: 'paid 0.00, fee 0.00 - 0.00 - 0.00, settled 2025-05-01' },
    });
  });

  it('leave the fee that ran until then, and end what runs from then on', () => {
    const ledger = ledgerOf(
      [charge(1, '2025-03-01', '100.00', credited('2025-03-11', '60.00'))],
      [receipt('R', '2025-03-21', '40.00')],
      { lateFee: FIVE },
    );
    // 10 days of 100 and 10 days of 40.
    expect(live(ledger, '2026-01-01').charges.I1).toBe(
      'paid 40.00, fee 0.70 - 0.00 - 0.00, settled 2025-03-21',
    );
  });
});

describe('the day on which a charge is settled', () => {
  it.each([
    ['the last payment', [], ['2025-03-01', '2025-04-01'], '2025-04-01'],
    ['a credit of the rest', [off('2025-05-01', '50.00')], ['2025-03-01'], '2025-05-01'],
    [
      'the payment, not a credit after it',
      [off('2025-05-01', '50.00')],
      ['2025-03-01', '2025-04-01'],
      '2025-04-01',
    ],
    ['the second of two credits', [off('2025-03-05', '50.00'), off('2025-04-05', '50.00')], [], '2025-04-05'],
  ])('is that of %s', (_name, credits, paidOn, expected) => {
    const receipts = paidOn.map((on, index) => receipt(`R${index}`, on, '50.00'));
    const [one] = replay(
      ledgerOf([charge(1, '2025-03-01', '100.00', { credits })], receipts),
      day('2026-01-01'),
    ).charges;
    expect(one?.settledOn).toBe(expected);
  });

  it('is none while anything is open, though the fee is all paid', () => {
    const ledger = ledgerOf([charge(1, '2025-03-01', '100.00')], [receipt('R', '2025-03-11', '100.00')], {
      lateFee: FIVE,
      order: A,
    });
    expect(live(ledger, '2025-03-11').charges.I1).toBe('paid 99.50, fee 0.50 - 0.50 - 0.00, settled not yet');
  });
});

describe('waivers of the late fee (D3)', () => {
  const ledger = (changes: Partial<Ledger> = {}, on = '2025-03-11') =>
    ledgerOf(
      [charge(1, '2025-03-01', '100.00', { feeWaivers: [off(on, '0.30')] })],
      [receipt('R', '2025-03-11', '150.00')],
      { lateFee: FIVE, ...changes },
    );

  it('leave only the rest of the fee to be paid', () => {
    for (const order of [A, B, C] as const) {
      expect(live(ledger({ order }), '2025-03-11')).toMatchObject({
        balance: '49.80',
        charges: { I1: 'paid 100.00, fee 0.50 - 0.20 - 0.30, settled 2025-03-11' },
      });
    }
  });

  it('count from their day on: what was paid before stays paid', () => {
    expect(live(ledger({}, '2025-03-12'), '2025-03-12').charges.I1).toBe(
      'paid 100.00, fee 0.50 - 0.50 - 0.30, settled 2025-03-11',
    );
  });

  it('larger than the fee ask nothing back', () => {
    const generous = ledgerOf(
      [charge(1, '2025-03-01', '100.00', { feeWaivers: [off('2025-03-05', '9.00')] })],
      [receipt('R', '2025-03-11', '150.00')],
      { lateFee: FIVE },
    );
    expect(live(generous, '2025-03-11')).toMatchObject({
      given: ['R I1 PRINCIPAL 100.00 2025-03-11'],
      balance: '50.00',
    });
  });
});

describe('refunds', () => {
  const charges = [charge(1, '2025-03-01', '100.00'), charge(2, '2025-06-01', '100.00')];

  it('take the balance, and what is left of it pays what falls due', () => {
    const ledger = ledgerOf(charges, [receipt('R', '2025-03-01', '180.00')], {
      refunds: [refund('2025-04-01', '50.00')],
    });
    expect(live(ledger, '2025-04-01')).toMatchObject({ balance: '30.00' });
    expect(live(ledger, '2025-06-01')).toMatchObject({
      given: ['R I1 PRINCIPAL 100.00 2025-03-01', 'R I2 PRINCIPAL 30.00 2025-06-01'],
      balance: '0.00',
    });
  });

  it('never take what has been allocated: what is not there the buyer owes, and new money pays that first', () => {
    const ledger = ledgerOf(
      charges,
      [receipt('R1', '2025-03-01', '120.00'), receipt('R2', '2025-05-01', '40.00')],
      { refunds: [refund('2025-04-01', '50.00')] },
    );
    expect(live(ledger, '2025-04-01')).toMatchObject({
      given: ['R1 I1 PRINCIPAL 100.00 2025-03-01'],
      balance: '-30.00',
    });
    expect(live(ledger, '2025-05-01')).toMatchObject({ balance: '10.00' });
    expect(given(ledger, '2025-06-01')).toEqual([
      'R1 I1 PRINCIPAL 100.00 2025-03-01',
      'R2 I2 PRINCIPAL 10.00 2025-06-01',
    ]);
  });

  it('of a day on which something falls due come after what is due', () => {
    const ledger = ledgerOf(charges, [receipt('R', '2025-03-01', '250.00')], {
      refunds: [refund('2025-06-01', '50.00')],
    });
    expect(live(ledger, '2025-06-01')).toMatchObject({
      balance: '0.00',
      charges: { I2: expect.stringMatching(/^paid 100/) },
    });
  });

  it('of a day on which more falls due than is left paid nothing beside: the newest of the day is given back', () => {
    const ledger = ledgerOf(charges, [receipt('R', '2025-03-01', '180.00')], {
      refunds: [refund('2025-06-01', '50.00')],
    });
    expect(live(ledger, '2025-06-01')).toMatchObject({
      given: ['R I1 PRINCIPAL 100.00 2025-03-01', 'R I2 PRINCIPAL 30.00 2025-06-01'],
      balance: '0.00',
    });
  });

  it('take the oldest money first', () => {
    const ledger = ledgerOf(
      [charge(1, '2025-06-01', '100.00')],
      [receipt('R1', '2025-03-01', '60.00'), receipt('R2', '2025-03-02', '60.00')],
      { refunds: [refund('2025-04-01', '60.00')] },
    );
    expect(given(ledger, '2025-06-01')).toEqual(['R2 I1 PRINCIPAL 60.00 2025-06-01']);
  });
});

describe('terms', () => {
  it('a cap is a percent of the installment', () => {
    const terms = { ...FIVE, capPercent: parseDecimal('0.4') };
    const ledger = ledgerOf([charge(1, '2025-03-01', '100.00')], [receipt('R', '2025-03-21', '200.00')], {
      lateFee: terms,
      order: A,
    });
    expect(given(ledger, '2025-03-21')).toEqual([
      'R I1 FEE 0.40 2025-03-21',
      'R I1 PRINCIPAL 100.00 2025-03-21',
    ]);
  });

  it('without terms nothing is asked for being late', () => {
    const ledger = ledgerOf([charge(1, '2020-01-01', '100.00')], [receipt('R', '2025-01-01', '200.00')]);
    expect(live(ledger, '2025-01-01')).toMatchObject({
      given: ['R I1 PRINCIPAL 100.00 2025-01-01'],
      balance: '100.00',
    });
  });

  it('WHOLE_PERIOD: what a payment before the second band paid of the fee counts against the higher one', () => {
    const band = { afterDays: 20, ratePerDay: parseDecimal('0.001'), mode: 'WHOLE_PERIOD' as const };
    const ledger = ledgerOf(
      [charge(1, '2025-03-01', '100.00')],
      [receipt('R1', '2025-03-11', '50.50'), receipt('R2', '2025-03-31', '52.00')],
      { order: A, lateFee: { ...FIVE, band } },
    );
    // 10 days of 100 and 20 days of 50 at one per thousand, of which 0.50 was paid on the tenth day.
    expect(live(ledger, '2025-03-31')).toEqual({
      given: [
        'R1 I1 FEE 0.50 2025-03-11',
        'R1 I1 PRINCIPAL 50.00 2025-03-11',
        'R2 I1 FEE 1.50 2025-03-31',
        'R2 I1 PRINCIPAL 50.00 2025-03-31',
      ],
      balance: '0.50',
      charges: { I1: 'paid 100.00, fee 2.00 - 2.00 - 0.00, settled 2025-03-31' },
    });
  });
});

describe('an empty book', () => {
  it('is empty on any day', () => {
    expect(replay(ledgerOf([], []), day('2025-01-01'))).toEqual({
      allocations: [],
      charges: [],
      balance: eur('0.00'),
    });
    expect(live(ledgerOf([], [receipt('R', '2025-01-01', '5.00')]), '2025-01-01').balance).toBe('5.00');
  });
});
