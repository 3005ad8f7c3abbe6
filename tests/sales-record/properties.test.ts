import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUIRED_COLUMNS } from '#scripts/sales-record/columns.ts';
import { describeProblems, readSalesRecord, type SalesRecord } from '#scripts/sales-record/index.ts';
import { type Cells, recordText } from './record-text.ts';

const folder = new URL('../../scripts/sales-record/sample/', import.meta.url);
const sample = readFileSync(new URL('presale-annan-tainan.csv', folder), 'utf8');
const sampleLines = sample.trimEnd().split('\r\n');

const permutation = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What must not depend on the order of the rows. */
function totals({ projects, buildings, unitTypes, units, sales, skipped }: SalesRecord) {
  return {
    projects: projects.map((project) => project.key).sort(),
    buildings: buildings.map(({ key, storeys }) => `${key} ${storeys}`).sort(),
    unitTypes: unitTypes.map((type) => type.key).sort(),
    unitsByFloor: counted(units.map(({ buildingKey, floor }) => `${buildingKey} ${floor}`)),
    unitNumbers: units.map((unit) => unit.key).sort(),
    area: units.reduce((sum, unit) => sum + unit.areaHundredths, 0),
    price: sales.reduce((sum, sale) => sum + BigInt(sale.price), 0n),
    sales: sales.map((sale) => `${sale.key} ${sale.contractedOn} ${sale.cancelledOn}`).sort(),
    skipped: skipped.length,
  };
}

/** What must hold for any record, whatever the file. */
function expectSound(record: SalesRecord): void {
  const keys = <Item extends { key: string }>(items: readonly Item[]) => {
    const set = new Set(items.map((item) => item.key));
    expect(set.size).toBe(items.length);
    return set;
  };
  const [projects, buildings] = [keys(record.projects), keys(record.buildings)];
  const [unitTypes, units] = [keys(record.unitTypes), keys(record.units)];
  keys(record.sales);
  for (const building of record.buildings) expect(projects.has(building.projectKey)).toBe(true);
  for (const unit of record.units) {
    expect(buildings.has(unit.buildingKey)).toBe(true);
    expect(unit.unitTypeKey === null || unitTypes.has(unit.unitTypeKey)).toBe(true);
    expect(unit.areaHundredths).toBeGreaterThan(0);
    expect(BigInt(unit.parkingPrice) <= BigInt(unit.listPrice)).toBe(true);
    expect(record.sales.some((sale) => sale.unitKey === unit.key)).toBe(true);
  }
  for (const sale of record.sales) {
    expect(units.has(sale.unitKey)).toBe(true);
    expect(sale.cancelledOn === null || sale.cancelledOn >= sale.contractedOn).toBe(true);
  }
}

const anyRow: fc.Arbitrary<Cells> = fc.record({
  鄉鎮市區: fc.constantFrom('板橋區', '中和區', ''),
  建案名稱: fc.constantFrom('森活', '__proto__', 'A/B', ''),
  棟及號: fc.constantFrom('A棟1號', 'A棟2號', 'B棟十樓之3', 'A棟', 'A1', '1', ''),
  交易標的: fc.constantFrom('房地(土地+建物)', '房地(土地+建物)+車位', '車位', '土地', '?'),
  交易年月日: fc.constantFrom('1080302', '1080503', '1081301', '1090229'),
  解約情形: fc.constantFrom('', '', '全部解約1080503', '全部解約1090229', '?'),
  移轉層次: fc.constantFrom('一層', '十層', '地下一層', '見其他登記事項', ''),
  總樓層數: fc.constantFrom('7', '20', ''),
  總價元: fc.constantFrom('12000000', '9,500,000', '0', 'abc'),
  車位總價元: fc.constantFrom('', '0', '1500000', '99000000'),
  '建物現況格局-房': fc.constantFrom('', '0', '2', '4'),
});

// Serial numbers belong to the rows, so that they move with them.
const anyRows = fc
  .array(anyRow, { maxLength: 30 })
  .map((rows) => rows.map((row, index) => ({ ...row, 編號: `P${index}` })));

describe('properties of reading', () => {
  it('any order of the rows keeps the totals of the sample', () => {
    const [chinese = '', english = '', ...rows] = sampleLines;
    const expected = totals(readSalesRecord(sample).record);
    fc.assert(
      fc.property(permutation(rows), (shuffled) => {
        const { record, problems } = readSalesRecord([chinese, english, ...shuffled].join('\n'));
        expect(problems).toEqual([]);
        expect(totals(record)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('any order of any rows keeps the totals, cancelled and faulty rows included', () => {
    const pairs = anyRows.chain((rows) => fc.tuple(fc.constant(rows), permutation(rows)));
    fc.assert(
      fc.property(pairs, ([rows, shuffled]) => {
        const [one, other] = [readSalesRecord(recordText(rows)), readSalesRecord(recordText(shuffled))];
        expect(totals(other.record)).toEqual(totals(one.record));
        expect(other.problems).toHaveLength(one.problems.length);
      }),
    );
  });

  it('any order of the columns gives the same record', () => {
    const cells = sampleLines.map((line) => line.replace(/^\uFEFF/, '').split(','));
    const expected = readSalesRecord(sample);
    fc.assert(
      fc.property(permutation([...(cells[0] ?? []).keys()]), (order) => {
        const text = cells.map((row) => order.map((index) => row[index]).join(',')).join('\n');
        expect(readSalesRecord(text)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('whatever the rows, keys are unique, references hold and every row is accounted for', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { record, problems, rows: count } = readSalesRecord(recordText(rows));
        expectSound(record);
        const faulty = new Set(problems.map((problem) => problem.line)).size;
        expect(count).toBe(rows.length);
        expect(record.sales.length + record.skipped.length + faulty).toBe(count);
      }),
    );
  });

  it('sales of one unit never overlap', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { units, sales } = readSalesRecord(recordText(rows)).record;
        for (const unit of units) {
          const inTime = sales
            .filter((sale) => sale.unitKey === unit.key)
            .map((sale) => [sale.contractedOn, sale.cancelledOn ?? '9999-12-31'] as const)
            .sort(([one, oneEnd], [other, otherEnd]) => (`${one}${oneEnd}` < `${other}${otherEnd}` ? -1 : 1));
          for (const [index, [, end]] of inTime.slice(0, -1).entries()) {
            expect(end <= (inTime[index + 1]?.[0] ?? '')).toBe(true);
          }
        }
      }),
    );
  });

  it('text that is garbage never throws, and what is wrong can be described', () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          '"',
          '""',
          ',',
          '\n',
          '\r\n',
          '\r',
          '\uFEFF',
          '\0',
          '土地',
          '十',
          ...REQUIRED_COLUMNS,
        ),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 200 },
    );
    const header = REQUIRED_COLUMNS.join(',');
    fc.assert(
      fc.property(soup, fc.boolean(), (pieces, hasHeader) => {
        const text = (hasHeader ? `${header}\n` : '') + pieces.join('');
        const { record, problems } = readSalesRecord(text);
        expectSound(record);
        expect(describeProblems(problems).split('\n').length).toBeLessThanOrEqual(21);
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).not.toBe('');
          expect(message).toMatch(/expected/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('cells that are garbage never throw', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), {
      minLength: REQUIRED_COLUMNS.length,
      maxLength: REQUIRED_COLUMNS.length,
    });
    fc.assert(
      fc.property(cells, (values) => {
        const row = Object.fromEntries(
          REQUIRED_COLUMNS.map((column, index) => [column, values[index] ?? '']),
        );
        expectSound(readSalesRecord(recordText([row, {}])).record);
      }),
      { numRuns: 300 },
    );
  });
});
