import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DiscountRule,
  decideDiscounts,
  decidePrice,
  decideShares,
  replayDiscounts,
} from '#domain/deal/index.ts';
import { add, compare, formatMoney, isPositive, sum } from '#domain/shared/money.ts';
import { anyEuros, day, eur } from '../amounts.ts';

const TODAY = day('2025-03-01');

const rule = (changes: Partial<DiscountRule> = {}): DiscountRule => ({
  id: `rule ${changes.name ?? 'Early'}`,
  name: 'Early',
  projectId: 'p',
  step: 1,
  kind: 'PERCENT',
  percent: 2,
  amount: null,
  mostAmount: null,
  authority: 'SALESPERSON',
  validFrom: null,
  validUntil: null,
  isActive: true,
  ...changes,
});

const apply = (rules: readonly DiscountRule[], listPrice = eur('1000000.00'), mayControl = false) =>
  decideDiscounts({ listPrice, rules, projectId: 'p', today: TODAY, mayControl });

describe('discounts (D1)', () => {
  it.each<[string, DiscountRule[], string, string]>([
    ['2 % of 1,000,000', [rule()], '1000000.00', '980000.00'],
    [
      '0.98 then 0.99 is not 0.97',
      [rule(), rule({ name: 'Cash', step: 2, percent: 1 })],
      '1000000.00',
      '970200.00',
    ],
    ['half a cent is taken off as a whole one', [rule({ percent: 2 })], '100.25', '98.24'],
    ['no more than the cap', [rule({ percent: 10, mostAmount: eur('5000.00') })], '1000000.00', '995000.00'],
    ['an amount', [rule({ kind: 'AMOUNT', amount: eur('12345.67') })], '1000000.00', '987654.33'],
    [
      'an amount before a percent, by their steps',
      [rule({ step: 2 }), rule({ name: 'Voucher', step: 1, kind: 'AMOUNT', amount: eur('100000.00') })],
      '1000000.00',
      '882000.00',
    ],
    ['four decimal places of a percent', [rule({ percent: 0.0001 })], '1000000.00', '999999.00'],
    ['on its first and last day', [rule({ validFrom: TODAY, validUntil: TODAY })], '100.00', '98.00'],
    ['none at all', [], '1000000.00', '1000000.00'],
  ])('%s', (_what, rules, list, price) => {
    expect(apply(rules, eur(list))).toMatchObject({ plan: { price: eur(price), needsApproval: false } });
  });

  it.each<[string, Partial<DiscountRule>, string]>([
    ['another project', { projectId: 'q' }, 'is of another project'],
    ['no project', { projectId: null }, 'is of another project'],
    ['no longer offered', { isActive: false }, 'is no longer offered'],
    ['not yet valid', { validFrom: day('2025-03-02') }, 'is offered from 2025-03-02 on'],
    ['no longer valid', { validUntil: day('2025-02-28') }, 'was offered until 2025-02-28'],
    ['no percent', { percent: null }, 'has no percent'],
    ['no percent at all', { percent: 0 }, 'has no percent'],
    ['a negative percent', { percent: -1 }, 'has no percent'],
    ['all of it', { percent: 100 }, 'takes off all of the price'],
    ['no amount', { kind: 'AMOUNT' }, 'has no amount'],
    ['a negative amount', { kind: 'AMOUNT', amount: eur('-1.00') }, 'has an amount that is not above zero'],
    [
      'more than there is',
      { kind: 'AMOUNT', amount: eur('1000000.00') },
      'takes off 1000000.00 of 1000000.00, and nothing would be left',
    ],
  ])('a rule of %s is refused', (_what, changes, problem) => {
    expect(apply([rule(changes)])).toEqual({
      refused: { code: 'DISCOUNT_NOT_VALID', discount: 'Early', problem },
    });
  });

  it('the same one twice is refused, one for managers needs the right, one for approval asks for it', () => {
    expect(apply([rule(), rule()])).toMatchObject({ refused: { problem: 'is chosen twice' } });
    const managers = [rule({ authority: 'MANAGER' })];
    expect(apply(managers)).toEqual({ refused: { code: 'NO_RIGHT', right: 'controlSales' } });
    expect(apply(managers, eur('100.00'), true)).toMatchObject({ plan: { needsApproval: false } });
    expect(apply([rule({ authority: 'APPROVAL' })])).toMatchObject({ plan: { needsApproval: true } });
  });

  const anyRules = fc.uniqueArray(
    fc.record({
      step: fc.integer({ min: 0, max: 9 }),
      percent: fc.integer({ min: 1, max: 999_999 }).map((units) => units / 10_000),
      mostAmount: fc.option(anyEuros({ min: 1n, max: 10n ** 8n })),
      name: fc.string({ minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 8, selector: ({ name }) => name },
  );

  it('the stored lines replay to the price, add up to what was taken off, and never leave nothing', () => {
    fc.assert(
      fc.property(anyEuros({ min: 1n, max: 10n ** 12n }), anyRules, (list, given) => {
        const decided = apply(given.map(rule), list);
        if ('refused' in decided) {
          expect(decided.refused.code).toBe('DISCOUNT_NOT_VALID');
          return;
        }
        const { price, steps } = decided.plan;
        expect(replayDiscounts(list, [...steps].reverse())).toEqual(price);
        expect(
          add(
            price,
            sum(
              steps.map(({ amount }) => amount),
              'EUR',
            ),
          ),
        ).toEqual(list);
        expect(isPositive(price)).toBe(true);
      }),
    );
  });

  it('the order in which they are chosen changes nothing', () => {
    fc.assert(
      fc.property(anyEuros({ min: 10n ** 6n, max: 10n ** 12n }), anyRules, (list, given) => {
        const rules = given.map(rule);
        expect(apply([...rules].reverse(), list)).toEqual(apply(rules, list));
      }),
    );
  });

  it('a line that was changed by a cent does not replay', () => {
    const decided = apply([rule(), rule({ name: 'Cash', step: 2, percent: 1 })]);
    if ('refused' in decided) throw new Error('refused');
    const { steps } = decided.plan;
    for (const field of ['priceBefore', 'amount', 'priceAfter'] as const) {
      const spoiled = steps.map((step, index) =>
        index === 1 ? { ...step, [field]: add(step[field], eur('0.01')) } : step,
      );
      expect(replayDiscounts(eur('1000000.00'), spoiled)).toBeNull();
    }
    expect(replayDiscounts(eur('1000000.01'), steps)).toBeNull();
  });
});

describe('the agreed price and its floor (D1)', () => {
  const unit = {
    name: 'A-101',
    listPrice: eur('500000.00'),
    floorPrice: eur('490000.00'),
    filedPrice: eur('510000.00'),
  };
  const decide = (price: string | null, rules: DiscountRule[], withApproval = false, maySetPrice = true) =>
    decidePrice({
      unit,
      price: price === null ? null : eur(price),
      maySetPrice,
      withApproval,
      discounts: { rules, projectId: 'p', today: TODAY },
    });

  it.each<[string, string | null, DiscountRule[], boolean, object]>([
    ['discounts down to the floor are agreed', null, [rule()], false, { plan: { needsApproval: false } }],
    [
      'a cent below it after the last step waits for approval',
      null,
      [rule(), rule({ name: 'Cent', step: 2, kind: 'AMOUNT', amount: eur('0.01') })],
      false,
      { plan: { price: eur('489999.99'), needsApproval: true } },
    ],
    [
      'by hand a cent below it is refused',
      '489999.99',
      [],
      false,
      { refused: { code: 'PRICE_BELOW_FLOOR' } },
    ],
    ['unless it goes through approval', '489999.99', [], true, { plan: { needsApproval: true } }],
    ['by hand at the floor is agreed', '490000.00', [], true, { plan: { needsApproval: false } }],
    ['above the filed price is refused', '510000.01', [], true, { refused: { code: 'PRICE_ABOVE_FILED' } }],
    [
      'by hand and by discounts at once is refused',
      '495000.00',
      [rule()],
      false,
      { refused: { field: 'price' } },
    ],
  ])('%s', (_what, price, rules, withApproval, expected) => {
    expect(decide(price, rules, withApproval)).toMatchObject(expected);
  });

  it('a salesperson sets no price by hand, with approval or without', () => {
    for (const withApproval of [true, false])
      expect(decide('489999.99', [], withApproval, false)).toMatchObject({
        refused: { code: 'PRICE_NOT_YOURS_TO_SET' },
      });
  });

  it('what is agreed without approval is never below the floor nor above the filed price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (units) => {
        const decided = decide(null, [rule({ percent: units / 10_000 })]);
        if ('refused' in decided) return;
        const { price, needsApproval } = decided.plan;
        expect(needsApproval).toBe(compare(price, eur('490000.00')) < 0);
        expect(Number(formatMoney(price))).toBeLessThanOrEqual(510000);
      }),
    );
  });
});

describe('shares of joint buyers', () => {
  const shares = (...given: string[]) =>
    decideShares(given.map((sharePercent, index) => ({ buyerId: `buyer ${index}`, sharePercent })));

  it.each([
    [['100']],
    [['50', '50']],
    [['33.3333', '33.3333', '33.3334']],
    [['0.0001', '99.9999']],
    [['10.10', '89.9']],
  ])('%j are exactly 100 percent', (given) => {
    expect(shares(...given)).toEqual({ plan: given.map(Number) });
  });

  it.each([
    [[], 'must name at least one buyer'],
    [['99.9999'], 'must have shares of exactly 100 percent together; these are 99.9999'],
    [
      ['33.3333', '33.3333', '33.3333'],
      'must have shares of exactly 100 percent together; these are 99.9999',
    ],
    [['100', '0'], 'must each have a share above zero'],
    [['33.33333', '66.66667'], 'have a share with more than 4 decimal places'],
  ])('%j are not: %s', (given, problem) => {
    expect(shares(...given)).toEqual({ refused: { code: 'INVALID_INPUT', field: 'parties', problem } });
  });

  it('nobody is named twice, and each is a person or a company', () => {
    const half = { sharePercent: '50' };
    expect(
      decideShares([
        { ...half, buyerId: 'a' },
        { ...half, buyerId: 'a' },
      ]),
    ).toMatchObject({
      refused: { problem: 'name somebody twice' },
    });
    for (const one of [half, { ...half, buyerId: 'a', companyId: 'b' }])
      expect(decideShares([one, { ...half, buyerId: 'c' }])).toMatchObject({ refused: { field: 'parties' } });
  });
});
