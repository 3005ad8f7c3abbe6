import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSalesRecord } from '#scripts/sales-record/index.ts';

const folder = new URL('../../scripts/sales-record/sample/', import.meta.url);
const text = readFileSync(new URL('presale-annan-tainan.csv', folder), 'utf8');
const { record, problems, rows } = readSalesRecord(text);

describe('the shipped sample', () => {
  it('is read without a problem: 218 rows, each one unit with one sale', () => {
    expect(problems).toEqual([]);
    expect(rows).toBe(218);
    expect(record.skipped).toEqual([]);
    expect(record.units).toHaveLength(218);
    expect(record.sales).toHaveLength(218);
    expect(new Set(record.sales.map((sale) => sale.unitKey)).size).toBe(218);
  });

  it('is one project with one 15-storey building', () => {
    const key = '安南區/國安段1591~1620地號';
    expect(record.currency).toBe('TWD');
    expect(record.projects).toEqual([
      {
        key,
        name: '安南區國安段1591~1620地號',
        city: null,
        district: '安南區',
        location: '國安段1591~1620地號',
      },
    ]);
    expect(record.buildings).toEqual([{ key: `${key}/A`, projectKey: key, code: 'A', storeys: 15 }]);
  });

  it('sold for 1,330,480,000 dollars in all', () => {
    const total = record.sales.reduce((sum, sale) => sum + BigInt(sale.price), 0n);
    expect(total).toBe(1_330_480_000n);
  });

  it('has 9 units on the first floor, 14 on the fourth and 15 on each other one up to the fifteenth', () => {
    const counts = Array.from(
      { length: 15 },
      (_, index) => record.units.filter((unit) => unit.floor === index + 1).length,
    );
    expect(counts).toEqual([9, 15, 15, 14, ...Array(11).fill(15)]);
  });

  it('numbers the units of a floor in the order of the file', () => {
    const numbers = record.units.filter((unit) => unit.floor === 4).map((unit) => unit.number);
    expect(numbers).toEqual(
      Array.from({ length: 14 }, (_, index) => `04-${String(index + 1).padStart(2, '0')}`),
    );
    expect(new Set(record.units.map((unit) => unit.number)).size).toBe(218);
  });

  it('has three unit types: 73 units of two rooms, 131 of three and 14 of four', () => {
    const counts = record.unitTypes.map((type) => [
      type.name,
      record.units.filter((unit) => unit.unitTypeKey === type.key).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      '2 rooms, 2 halls, 1 bath': 73,
      '3 rooms, 2 halls, 2 baths': 131,
      '4 rooms, 2 halls, 2 baths': 14,
    });
  });

  it('has 217 homes with parking, 11 of them with two spaces, and one home without', () => {
    const spaces = record.units.map((unit) => unit.parkingSpaces);
    expect([0, 1, 2].map((count) => spaces.filter((each) => each === count).length)).toEqual([1, 206, 11]);
    expect(record.units.find((unit) => unit.parkingSpaces === 0)).toMatchObject({
      parkingKind: null,
      parkingPrice: '0',
      parkingAreaHundredths: 0,
    });
  });

  it('has one sale between related parties, with the remark as its note', () => {
    const related = record.sales.filter((sale) => sale.relatedParties);
    expect(related.map((sale) => sale.note)).toEqual(['親友、員工或其他特殊關係間之交易。']);
    expect(record.sales.filter((sale) => sale.note !== null)).toEqual(related);
  });

  it('begins with a first-floor home of 116.59 square metres, sold for 4,850,000 on 2 March 2019', () => {
    const buildingKey = '安南區/國安段1591~1620地號/A';
    expect(record.units[0]).toEqual({
      key: `${buildingKey}/01-01`,
      buildingKey,
      unitTypeKey: '安南區/國安段1591~1620地號/2-2-1',
      kind: 'RESIDENCE',
      floor: 1,
      floorText: '一層',
      number: '01-01',
      areaHundredths: 11_659,
      parkingAreaHundredths: 2_453,
      landAreaHundredths: 1_547,
      listPrice: '4850000',
      parkingPrice: '1100000',
      parkingKind: '坡道平面',
      parkingSpaces: 1,
    });
    expect(record.sales[0]).toEqual({
      key: 'RPUNMLOKIIPFFBD28CB',
      line: 3,
      unitKey: `${buildingKey}/01-01`,
      contractedOn: '2019-03-02',
      price: '4850000',
      parkingPrice: '1100000',
      note: null,
      cancelledOn: null,
      relatedParties: false,
    });
  });

  it('gives the same record when it is read twice', () => {
    expect(readSalesRecord(text).record).toEqual(record);
  });

  it('gives the same record without byte-order mark, with LF line ends or with quoted cells', () => {
    const bare = text.replace(/^\uFEFF/, '');
    expect(readSalesRecord(bare).record).toEqual(record);
    expect(readSalesRecord(bare.replaceAll('\r\n', '\n')).record).toEqual(record);
    expect(readSalesRecord(bare.replaceAll(/[^,\r\n]+/g, '"$&"')).record).toEqual(record);
  });

  it('gives the same record, one line higher, without the English header', () => {
    const lines = text.split('\r\n');
    const without = readSalesRecord([lines[0], ...lines.slice(2)].join('\r\n'));
    expect(without.problems).toEqual([]);
    expect(without.record.units).toEqual(record.units);
    expect(without.record.sales).toEqual(record.sales.map((sale) => ({ ...sale, line: sale.line - 1 })));
  });

  it('keeps its licence and attribution beside it', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    expect(readme).toContain('Open Government Data License, version 1.0');
    expect(readme).toContain('Ministry of the Interior');
  });
});
