/** Retention in Dubai (D7): the worked examples of E10. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EndedSale, retention } from '#domain/ledger/retention.ts';
import { decimal, parseDecimal } from '#domain/shared/decimal.ts';
import { add, formatMoney, money, parseMoney } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, anyMinor } from '../amounts.ts';

const sale = (paid: string, completion: string, rest: Partial<EndedSale> = {}): EndedSale => ({
  unitPrice: parseMoney('1000000.00', 'AED'),
  paid: parseMoney(paid, 'AED'),
  completionPercent: parseDecimal(completion),
  isCancelledByRegulator: false,
  ...rest,
});

function decided(ended: EndedSale) {
  const decision = retention('DUBAI', ended);
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}

const shown = (ended: EndedSale) => Object.values(decided(ended)).map(formatMoney);

describe('a unit of 1,000,000.00 of which 450,000.00 were paid (E10)', () => {
  it.each([
    ['85', '400000.00', '50000.00'],
    ['80.0001', '400000.00', '50000.00'],
    ['80', '400000.00', '50000.00'],
    ['70', '400000.00', '50000.00'],
    ['60', '400000.00', '50000.00'],
    ['59.9999', '250000.00', '200000.00'],
    ['45', '250000.00', '200000.00'],
    ['0.0001', '250000.00', '200000.00'],
    ['0', '135000.00', '315000.00'],
    ['100', '400000.00', '50000.00'],
  ])('%s %% complete: up to %s is kept, %s goes back', (completion, retained, refund) => {
    expect(shown(sale('450000.00', completion))).toEqual([retained, refund]);
  });

  it.each(['0', '45', '70', '85'])(
    'cancelled by the regulator at %s %%: everything goes back',
    (completion) => {
      expect(shown(sale('450000.00', completion, { isCancelledByRegulator: true }))).toEqual([
        '0.00',
        '450000.00',
      ]);
    },
  );

  it('of 300,000.00 paid at 85 % all is kept, and never more than that', () => {
    expect(shown(sale('300000.00', '85'))).toEqual(['300000.00', '0.00']);
  });

  it('of nothing paid nothing is kept', () => {
    expect(shown(sale('0.00', '85'))).toEqual(['0.00', '0.00']);
  });
});

describe('other currencies, and amounts that no float holds', () => {
  it.each([
    ['JPY', '1000004', '900000', '400001'],
    ['KWD', '1000.004', '900.000', '400.001'],
    ['AED', '9007199254740993.04', '9007199254740993.04', '3602879701896397.21'],
  ])('%s: of %s at most 40 %% are kept, not a minor unit more', (currency, price, paid, retained) => {
    const ended = sale('0.00', '70', {
      unitPrice: parseMoney(price, currency),
      paid: parseMoney(paid, currency),
    });
    expect(formatMoney(decided(ended).retained)).toBe(retained);
  });
});

describe('what a person may have typed wrong is refused with its field', () => {
  it.each([
    ['unitPrice', sale('1.00', '1', { unitPrice: parseMoney('0.00', 'AED') })],
    ['paid', sale('-1.00', '1')],
    ['completionPercent', sale('1.00', '100.0001')],
    ['completionPercent', sale('1.00', '-1')],
  ])('%s', (field, ended) => {
    expect(retention('DUBAI', ended)).toMatchObject({ refused: { code: 'INVALID_INPUT', field } });
  });
});

describe('any sale that ended', () => {
  const anySale = fc
    .tuple(
      anyCurrency,
      anyMinor({ min: 1n }),
      anyMinor({ min: 0n }),
      fc.bigInt({ min: 0n, max: 1_000_000n }),
      fc.boolean(),
    )
    .map(([currency, unitPrice, paid, percent, isCancelledByRegulator]) => ({
      unitPrice: money(unitPrice, currency),
      paid: money(paid, currency),
      completionPercent: decimal(percent, 4),
      isCancelledByRegulator,
    }));

  it('what is kept and what goes back make what was paid, neither below nothing, and at most 40 % of the price is kept', () => {
    fc.assert(
      fc.property(anySale, (ended) => {
        const { retained, refund } = decided(ended);
        expect(add(retained, refund)).toEqual(ended.paid);
        expect(retained.minor >= 0n && refund.minor >= 0n).toBe(true);
        if (ended.completionPercent.units > 0n)
          expect(retained.minor * 10n <= ended.unitPrice.minor * 4n).toBe(true);
        else expect(retained.minor * 10n <= ended.paid.minor * 3n).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
