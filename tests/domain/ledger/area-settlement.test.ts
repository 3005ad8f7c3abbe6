/** Area settlement (D5): the worked examples of E8, and what must hold for any home (E21.10). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AreaRule,
  type AreaSettlement,
  areaOf,
  STATUTORY_AREA_RULE,
  settleArea,
} from '#domain/ledger/area-settlement.ts';
import { decimal, formatDecimal, parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, money, multiply, parseMoney, subtract } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, anyMinor, eur } from '../amounts.ts';

const THOUSANDS = { numRuns: 3_000 };

function area(text: string): bigint {
  const exact = areaOf(parseDecimal(text));
  if (exact === null) throw new Error(`${text} has too many places`);
  return exact;
}

function settled(
  contractArea: bigint,
  measuredArea: bigint,
  unitPrice: Money,
  rule?: AreaRule,
): AreaSettlement {
  const decision = settleArea({ contractArea, measuredArea, unitPrice }, rule);
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}

const shown = ({
  ratioPercent,
  buyerMayRescind,
  buyerPays,
  buyerRefund,
  developerBearsArea,
}: AreaSettlement) => [
  ratioPercent,
  buyerMayRescind,
  formatMoney(buyerPays),
  formatMoney(buyerRefund),
  formatDecimal(developerBearsArea, 2),
];

describe('a home of 100.00 m2 at 10,000.00 (E8)', () => {
  it.each<[string, string, boolean, string, string, string]>([
    ['102.50', '2.5000', false, '25000.00', '0.00', '0.00'],
    ['103.00', '3.0000', false, '30000.00', '0.00', '0.00'],
    ['103.01', '3.0100', true, '30000.00', '0.00', '0.01'],
    ['105.00', '5.0000', true, '30000.00', '0.00', '2.00'],
    ['98.00', '-2.0000', false, '0.00', '20000.00', '0.00'],
    ['97.00', '-3.0000', false, '0.00', '30000.00', '0.00'],
    ['96.99', '-3.0100', true, '0.00', '30200.00', '0.00'],
    ['95.00', '-5.0000', true, '0.00', '70000.00', '0.00'],
    ['100.00', '0.0000', false, '0.00', '0.00', '0.00'],
  ])(
    'measured %s: %s %%, may rescind %s, pays %s, gets back %s, developer bears %s',
    (measured, ...expected) => {
      expect(shown(settled(area('100.00'), area(measured), eur('10000.00')))).toEqual(expected);
    },
  );
});

describe('the line of the tolerance', () => {
  it('is compared exactly: a ratio shown as 3.0000 may be beyond it', () => {
    const { ratioPercent, buyerMayRescind } = settled(area('3333.33'), area('3433.3300'), eur('1.00'));
    expect([ratioPercent, buyerMayRescind]).toEqual(['3.0000', true]);
  });

  it('is the unrounded part of the contract area: 85.37 m2 measured 87.9822 leaves 0.0511 beyond 3 %', () => {
    expect(formatDecimal(settled(area('85.37'), area('87.9822'), eur('1.00')).developerBearsArea, 2)).toBe(
      '0.0511',
    );
  });

  it('and the multiplier are as the contract says, decimals included', () => {
    const rule = { tolerancePercent: parseDecimal('0.6'), shortfallMultiplier: parseDecimal('1.5') };
    expect(shown(settled(area('100.00'), area('99.00'), eur('10000.00'), rule))).toEqual([
      '-1.0000', true, '0.00', '12000.00', '0.00',
    ]); // biome-ignore format: one line a row
    expect(settled(area('100'), area('100.6'), eur('1.00'), rule).buyerMayRescind).toBe(false);
  });

  it('may be nought: then any difference lets the buyer rescind', () => {
    const rule = { tolerancePercent: decimal(0n), shortfallMultiplier: decimal(1n) };
    const { buyerMayRescind, buyerPays } = settled(area('100'), area('100.0001'), eur('10000.00'), rule);
    expect([buyerMayRescind, formatMoney(buyerPays)]).toEqual([true, '0.00']);
    expect(settled(area('100'), area('100'), eur('10000.00'), rule).buyerMayRescind).toBe(false);
  });
});

describe('other currencies', () => {
  it.each([
    ['JPY', '1000001', '3000003'],
    ['KWD', '1000.001', '3000.003'],
    ['EUR', '9999999999.99', '29999999999.97'],
    ['EUR', '9007199254740993.01', '27021597764222979.03'],
  ])('%s: 3 m2 at %s are %s, to the last minor unit', (currency, price, pays) => {
    const { buyerPays } = settled(area('100'), area('103'), parseMoney(price, currency));
    expect(formatMoney(buyerPays)).toBe(pays);
  });
});

describe('what a person may have typed wrong is refused with its field', () => {
  const good = { contractArea: area('100'), measuredArea: area('100'), unitPrice: eur('1.00') };
  it.each([
    ['contractArea', { ...good, contractArea: 0n }, STATUTORY_AREA_RULE],
    ['measuredArea', { ...good, measuredArea: -1n }, STATUTORY_AREA_RULE],
    ['unitPrice', { ...good, unitPrice: eur('0.00') }, STATUTORY_AREA_RULE],
    ['rule.tolerancePercent', good, { ...STATUTORY_AREA_RULE, tolerancePercent: decimal(-1n) }],
    ['rule.tolerancePercent', good, { ...STATUTORY_AREA_RULE, tolerancePercent: decimal(1001n, 1) }],
    ['rule.shortfallMultiplier', good, { ...STATUTORY_AREA_RULE, shortfallMultiplier: decimal(-1n, 1) }],
  ])('%s', (field, home, rule) => {
    expect(settleArea(home, rule)).toMatchObject({ refused: { code: 'INVALID_INPUT', field } });
  });

  it('an area of more than four places is none', () => {
    expect(areaOf(parseDecimal('100.00001'))).toBeNull();
  });
});

describe('any home that the buyer keeps (E21.10)', () => {
  const anyPrice = fc
    .tuple(anyMinor({ min: 1n, max: 10n ** 12n }), anyCurrency)
    .map(([minor, currency]) => money(minor, currency));
  const anyArea = fc.bigInt({ min: 1n, max: 50_000_000n });
  const anyRule = fc.record({
    tolerancePercent: fc.bigInt({ min: 0n, max: 2_000n }).map((units) => decimal(units, 2)),
    shortfallMultiplier: fc.bigInt({ min: 0n, max: 40n }).map((units) => decimal(units, 1)),
  });
  const net = ({ buyerPays, buyerRefund }: AreaSettlement) => subtract(buyerPays, buyerRefund).minor;

  it('a larger measured area never costs the buyer less', () => {
    fc.assert(
      fc.property(anyArea, anyArea, anyArea, anyPrice, anyRule, (contract, one, other, price, rule) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(net(settled(contract, less, price, rule)) <= net(settled(contract, more, price, rule))).toBe(
          true,
        );
      }),
      THOUSANDS,
    );
  });

  it('a ten-thousandth of a square metre more changes the amount by no more than its price, times the multiplier, to a minor unit', () => {
    fc.assert(
      fc.property(anyArea, anyArea, anyPrice, anyRule, (contract, measured, price, rule) => {
        const step =
          net(settled(contract, measured + 1n, price, rule)) - net(settled(contract, measured, price, rule));
        const { units, places } = rule.shortfallMultiplier;
        const one = 10n ** BigInt(places);
        const slope = units > one ? units : one;
        expect(step <= (price.minor * slope) / (one * 10_000n) + 1n).toBe(true);
      }),
      THOUSANDS,
    );
  });

  it('at exactly +3 % and -3 % nothing jumps: beyond it the buyer pays no cent more, and is refunded double for what lacks', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 500_000n }),
        fc.bigInt({ min: 1n, max: 300n }),
        anyPrice,
        (hundredths, further, price) => {
          const contract = hundredths * 100n;
          const tolerance = hundredths * 3n;
          const larger = settled(contract, contract + tolerance, price);
          const tooLarge = settled(contract, contract + tolerance + further, price);
          expect([larger.buyerMayRescind, tooLarge.buyerMayRescind]).toEqual([false, true]);
          expect(larger.buyerPays).toEqual(multiply(price, tolerance, 10_000n));
          expect(tooLarge.buyerPays).toEqual(larger.buyerPays);
          expect(tooLarge.developerBearsArea).toEqual(decimal(further, 4));
          const lacking = contract - tolerance - further;
          if (lacking <= 0n) return;
          const smaller = settled(contract, contract - tolerance, price);
          const tooSmall = settled(contract, lacking, price);
          expect([smaller.buyerMayRescind, tooSmall.buyerMayRescind]).toEqual([false, true]);
          expect(tooSmall.buyerRefund).toEqual(multiply(price, tolerance + 2n * further, 10_000n));
        },
      ),
      THOUSANDS,
    );
  });

  it('never asks and refunds at once, and never less than nothing', () => {
    fc.assert(
      fc.property(anyArea, anyArea, anyPrice, anyRule, (contract, measured, price, rule) => {
        const { buyerPays, buyerRefund, developerBearsArea } = settled(contract, measured, price, rule);
        expect(buyerPays.minor >= 0n && buyerRefund.minor >= 0n && developerBearsArea.units >= 0n).toBe(true);
        expect(buyerPays.minor === 0n || buyerRefund.minor === 0n).toBe(true);
      }),
      THOUSANDS,
    );
  });
});
