/** Reading a price list (H2.2): what is a header, which rows are units, and what is wrong with a row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PRICE_PROBLEM_TEXTS,
  type PricedUnit,
  type PriceListTerms,
  priceDiff,
  priceProblemText,
  readPriceList,
} from '#domain/inventory/index.ts';
import { formatMoney, money } from '#domain/shared/money.ts';

const eur = (amount: string) => money(BigInt(amount.replace('.', '')), 'EUR');

const unit = (changes: Partial<PricedUnit> = {}): PricedUnit => ({
  id: `${changes.building?.code ?? '1'}-${changes.number ?? '1203'}`,
  name: 'T1-1203',
  number: '1203',
  state: 'AVAILABLE',
  building: { name: 'Tower 1', code: '1' },
  areaSquareMetres: 89.5,
  innerAreaSquareMetres: null,
  listPrice: eur('900000.00'),
  floorPrice: null,
  filedPrice: null,
  holder: null,
  ...changes,
});

const TERMS: PriceListTerms = {
  project: { name: 'Riverside', code: 'RS', currency: 'EUR' },
  rounding: '0.01',
  decimalMark: '.',
};

/** Cells parted by `|`, a row a line. */
function rows(text: string) {
  return text
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split('|').map((one) => one.trim()) }));
}

const read = (text: string, units = [unit()], terms: Partial<PriceListTerms> = {}) =>
  readPriceList(rows(text), units, { ...TERMS, ...terms });

const problems = (...args: Parameters<typeof read>) =>
  read(...args)?.problems.map(({ row, column, code }) => [row, column, code]);

describe('the header', () => {
  it.each([
    ['English', 'Building | Unit | Total price\n1 | 1203 | 950000'],
    ['Chinese', '楼栋 | 房号 | 总价(元)\n1号楼 | 1203 | 950000'],
    ['below titles and a hidden heading', 'Riverside price list\nbld | no\nUnit | Price\n1203 | 950000'],
    ['with the unit by its full name', '房源名称 | 总价\nT1-1203 | 950,000.00'],
    ['with the unit of its amounts', '房号 | 总价（万元）\n1203 | 95'],
    ['with a line break in a heading', '房号 | 房屋 总价\n1203 | 950000'],
  ])('%s is found, and its row read', (_what, text) => {
    const { rows: [row] = [] } = read(text) ?? {};
    expect(row && formatMoney(row.listPrice)).toBe('950000.00');
    expect(row?.unit.number).toBe('1203');
  });

  it('without the columns unit and price there is none', () => {
    expect(read('Building | Unit | Area\n1 | 1203 | 89.5')).toBeNull();
    expect(read('Building | Total price\n1 | 950000')).toBeNull();
  });

  it('columns that nobody knows are told, and the first of two with one meaning counts', () => {
    const text = 'Unit | Price | Total | Luck\n1203 | 950000 | 1 | 8';
    expect(read(text)?.ignored).toEqual(['Total', 'Luck']);
    expect(read(text)?.rows).toHaveLength(1);
  });
});

describe('rows', () => {
  it('sums, blanks and the header once more are skipped', () => {
    const text =
      '楼栋|房号|总价\n1|1203|950000\n||\n小计||950000\n楼栋|房号|总价\n合计|1套|950000\nTotal||950000';
    expect(read(text)).toMatchObject({ rows: [{ row: 2 }], problems: [], skipped: 5 });
  });

  it('a building that was merged downwards counts for the rows below', () => {
    const units = [
      unit(),
      unit({ number: '1204', name: 'T1-1204' }),
      unit({ building: { name: 'B', code: '2' } }),
    ];
    const text = 'Building|Unit|Price\n1|1203|950000\n|1204|960000';
    expect(read(text, units)?.rows.map((row) => row.unit.id)).toEqual(['1-1203', '1-1204']);
  });

  it.each(['1', '1号楼', '1栋', 'Tower 1', 'tower1', '１号楼'])('%s is the building 1', (called) => {
    expect(read(`Building|Unit|Price\n${called}|1203室|950000`)?.rows).toHaveLength(1);
  });
});

describe('what is wrong with a row is named by row and column', () => {
  const HEAD =
    'Project|Building|Unit|Area|Inner area|Shared area|Unit price|Total|Floor price|Filed price|Currency';
  it.each<[string, string, string, string]>([
    ['no unit', '|1|||||| 950000', 'Unit', 'NO_UNIT'],
    ['an unknown unit', '|1|1299|||||950000', 'Unit', 'UNIT_UNKNOWN'],
    ['a unit of another building', '|2|1203|||||950000', 'Unit', 'UNIT_UNKNOWN'],
    ['another project', 'Hillside|1|1203|||||950000', 'Project', 'OTHER_PROJECT'],
    ['no number', '|1|1203|||||a lot', 'Total', 'NOT_A_NUMBER'],
    ['a number below zero', '|1|1203|||||-5', 'Total', 'NOT_A_NUMBER'],
    ['tenths of a cent', '|1|1203|||||950000.005', 'Total', 'TOO_MANY_PLACES'],
    ['too much to store', '|1|1203|||||99999999999', 'Total', 'TOO_LARGE'],
    ['no price', '|1|1203||||||', 'Total', 'NO_PRICE'],
    ['a price of nothing', '|1|1203|||||0', 'Total', 'NO_PRICE'],
    [
      'unit price x area is 895000, and 895000.45 is 10000.01 per m²',
      '|1|1203|89.50|||10000|895000.45',
      'Total',
      'TOTAL_WRONG',
    ],
    ['below the floor price', '|1|1203|||||950000|950000.01', 'Floor price', 'BELOW_FLOOR'],
    ['above the filed price', '|1|1203|||||950000||949999.99', 'Filed price', 'ABOVE_FILED'],
    ['areas that do not add up', '|1|1203|89.50|70|19.48||950000', 'Area', 'AREAS_WRONG'],
    ['another area than the unit has', '|1|1203|89.52|||| 950000', 'Area', 'AREA_DIFFERS'],
    ['another currency', '|1|1203|||||950000|||CNY', 'Currency', 'CURRENCY_WRONG'],
  ])('%s', (_what, row, column, code) => {
    expect(problems(`${HEAD}\n${row}`)).toEqual([[2, column, code]]);
    expect(read(`${HEAD}\n${row}`)?.rows).toEqual([]);
  });

  it.each<[string, string]>([
    ['one cent more', '|1|1203|89.50|||10000|895000.01'],
    ['one cent less', '|1|1203|89.50|||10000|894999.99'],
    ['the price per m² is what the total comes to (D1)', '|1|1203|89.50|||10055.87|900000.00'],
    ['areas apart by a hundredth', '|1|1203|89.50|70|19.49||950000'],
    ['at the floor price', '|1|1203|||||950000|950000.00'],
    ['at the filed price', '|1|1203|||||950000||950000'],
    ['with its project by code and in its currency', 'rs|1|1203|||||950000|||eur'],
    ['with signs and groups', '|1|1203|||||€ 950,000.00'],
  ])('%s is right', (_what, row) => {
    expect(problems(`${HEAD}\n${row}`)).toEqual([]);
  });

  it('every fault of a row is named at once', () => {
    expect(problems(`${HEAD}\n|1|1203|89.50|70|10||x|y||CNY`)).toEqual([
      [2, 'Currency', 'CURRENCY_WRONG'],
      [2, 'Area', 'AREAS_WRONG'],
      [2, 'Total', 'NOT_A_NUMBER'],
      [2, 'Floor price', 'NOT_A_NUMBER'],
    ]);
  });

  it('a unit that is named twice', () => {
    expect(problems('Unit|Price\n1203|950000\nT1-1203|960000')).toEqual([[3, 'Unit', 'UNIT_TWICE']]);
  });

  it('a number that two buildings have needs the building', () => {
    const units = [unit(), unit({ building: { name: 'Tower 2', code: '2' }, name: 'T2-1203' })];
    expect(problems('Unit|Price\n1203|950000', units)).toEqual([[2, 'Unit', 'UNIT_AMBIGUOUS']]);
    expect(problems('Building|Unit|Price\n2|1203|950000', units)).toEqual([]);
  });

  it('where the list has no limits those of the unit count (D6)', () => {
    const limited = [unit({ floorPrice: eur('800000.00'), filedPrice: eur('900000.00') })];
    expect(problems('Unit|Price\n1203|799999.99', limited)).toEqual([[2, '', 'BELOW_FLOOR']]);
    expect(problems('Unit|Price\n1203|900000.01', limited)).toEqual([[2, '', 'ABOVE_FILED']]);
    expect(problems('Unit|Price|Filed price\n1203|900000.01|950000', limited)).toEqual([]);
  });

  it.each<['0.01' | '1' | '10' | '100' | '1000', string, boolean]>([
    ['1', '900001.00', true],
    ['1', '900001.01', false],
    ['10', '900010.00', true],
    ['1000', '901000.00', true],
    ['1000', '901000.01', false],
    ['0.01', '900001.00', false],
  ])('rounded to %s, %s for 900000 is right: %s', (rounding, total, isRight) => {
    const found = problems(
      `Unit|Area|Unit price|Total\n1203|90|10000|${total}`,
      [unit({ areaSquareMetres: 90 })],
      { rounding },
    );
    expect(found?.length === 0).toBe(isRight);
  });

  it('without a total it is unit price times area, rounded as declared', () => {
    const total = (rounding: PriceListTerms['rounding']) => {
      const { rows: [row] = [] } = read('Unit|Unit price\n1203|10055.87', [unit()], { rounding }) ?? {};
      return row && formatMoney(row.listPrice);
    };
    expect([total('0.01'), total('1'), total('1000')]).toEqual(['900000.37', '900000.00', '900000.00']);
  });

  it('an inner price per m² is of the inner area', () => {
    const text = '房号|套内面积|套内单价|总价\n1203|70.00|12000|840000';
    expect(problems(text)).toEqual([]);
    expect(problems(text.replace('840000', '895000'))).toEqual([[2, '总价', 'TOTAL_WRONG']]);
  });

  it('a decimal comma is read when it is declared, and is no number when it is not', () => {
    const text = 'Unit|Price\n1203|950.000,50';
    expect(problems(text, [unit()], { decimalMark: ',' })).toEqual([]);
    expect(problems(text)).toEqual([[2, 'Price', 'NOT_A_NUMBER']]);
  });

  it('every problem is a sentence with all its facts', () => {
    for (const code of Object.keys(PRICE_PROBLEM_TEXTS) as (keyof typeof PRICE_PROBLEM_TEXTS)[]) {
      const facts = new Proxy({}, { get: () => 'x', has: () => true }) as Record<string, string>;
      expect(priceProblemText({ row: 1, column: '', code, facts })).toMatch(/^["A-Zx][^{}]+\.$/);
    }
  });

  it('any table is read without throwing', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('1203', '950000', '1', '合计', '10,000.5'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (cells) => {
        const table = [['Building', 'Unit', 'Unit price', 'Price'], ...cells];
        const answer = readPriceList(
          table.map((one, index) => ({ line: index + 1, cells: one })),
          [unit()],
          TERMS,
        );
        expect(answer?.rows.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the diff (H2.2)', () => {
  const units = [
    unit({ number: '1', name: 'a', listPrice: null, areaSquareMetres: 100 }),
    unit({ number: '2', name: 'b', listPrice: eur('1000000.00'), areaSquareMetres: 100 }),
    unit({ number: '3', name: 'c', listPrice: eur('1200000.00'), areaSquareMetres: null }),
    unit({ number: '4', name: 'd', listPrice: eur('1000000.00'), areaSquareMetres: 50, holder: 'Lin Mei' }),
    unit({ number: '5', name: 'e', listPrice: eur('1000000.00'), areaSquareMetres: 100, state: 'FROZEN' }),
  ];
  const text = 'Unit|Price\n1|900000\n2|1100000\n3|1200000\n4|2000000\n5|2000000';

  it('counts, and gives amount and average before and after; blocked units keep theirs', () => {
    const diff = priceDiff(read(text, units)?.rows ?? [], 'EUR');
    expect(diff).toEqual({
      counts: { NEW: 1, CHANGED: 1, SAME: 1, BLOCKED: 2 },
      amountBefore: eur('4200000.00'),
      amountAfter: eur('5200000.00'),
      // 3,000,000 over 250 m², then 4,000,000 over 350 m²: the unit without an area is left out.
      averageBefore: eur('12000.00'),
      averageAfter: eur('11428.57'),
    });
  });

  it('of nothing it is nothing', () => {
    const none = eur('0.00');
    expect(priceDiff([], 'EUR')).toMatchObject({ amountBefore: none, amountAfter: none, averageAfter: null });
  });
});
