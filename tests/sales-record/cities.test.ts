import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSalesRecord } from '#scripts/sales-record/index.ts';

const fixture = (name: string) =>
  readSalesRecord(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));

describe("another city's file in the first layout, with two projects and no English header", () => {
  const { record, problems, rows } = fixture('kaohsiung-first-layout.csv');
  const byKey = (key: string) => {
    const sale = record.sales.find((each) => each.key === key);
    return record.units.find((unit) => unit.key === sale?.unitKey);
  };

  it('is read without a problem', () => {
    expect(problems).toEqual([]);
    expect([rows, record.units.length, record.sales.length]).toEqual([7, 7, 7]);
  });

  it('has a project for each district and location', () => {
    expect(record.projects.map((project) => project.key)).toEqual([
      '左營區/新民段301~330地號',
      '楠梓區/援中段77地號',
    ]);
  });

  it('has one building for each number of storeys of a project, the lowest first', () => {
    expect(record.buildings.map(({ key, code, storeys }) => [key, code, storeys])).toEqual([
      ['左營區/新民段301~330地號/A', 'A', 5],
      ['左營區/新民段301~330地號/B', 'B', 14],
      ['楠梓區/援中段77地號/A', 'A', 15],
    ]);
  });

  it('counts the units of a floor in each building by itself', () => {
    expect(['KHB0001', 'KHB0002', 'KHB0003'].map((key) => byKey(key)?.number)).toEqual([
      '04-01',
      '04-01',
      '04-02',
    ]);
  });

  it('has homes without parking', () => {
    for (const key of ['KHB0001', 'KHB0002']) {
      expect(byKey(key)).toMatchObject({
        kind: 'RESIDENCE',
        parkingKind: null,
        parkingPrice: '0',
        parkingAreaHundredths: 0,
        parkingSpaces: 0,
      });
    }
  });

  it('keeps the text of a floor that is a remark or blank, and numbers those units with X', () => {
    expect(byKey('KHB0004')).toMatchObject({ floor: null, floorText: '見其他登記事項', number: 'X-01' });
    expect(byKey('KHB0005')).toMatchObject({ floor: null, floorText: '', number: 'X-02' });
  });

  it('has a basement and a floor in Arabic digits', () => {
    expect(byKey('KHB0006')).toMatchObject({ floor: -1, number: 'B1-01' });
    expect(byKey('KHB0007')).toMatchObject({ floor: 12, floorText: '12層', number: '12-01' });
    expect(record.sales.at(-1)?.contractedOn).toBe('2010-12-31');
  });

  it('takes a remark about the home for a note, not for a relation between the parties', () => {
    expect(record.sales.find((sale) => sale.key === 'KHB0004')).toMatchObject({
      note: '陽台外推',
      relatedParties: false,
    });
  });
});

describe("another city's file in the newer layout, with project names, unit labels and cancellations", () => {
  const { record, problems, rows } = fixture('taichung-newer-columns.csv');
  const saleOf = (key: string) => record.sales.find((sale) => sale.key === key);
  const unitOf = (key: string) => record.units.find((unit) => unit.key === saleOf(key)?.unitKey);

  it('is read without a problem, though its headers are spelled in the newer way', () => {
    expect(problems).toEqual([]);
    expect([rows, record.units.length, record.sales.length]).toEqual([11, 9, 10]);
  });

  it('has its projects by name', () => {
    expect(record.projects.map(({ key, name, location }) => [key, name, location])).toEqual([
      ['西屯區/晴川苑', '晴川苑', '惠國段88地號'],
      ['北屯區/青禾居', '青禾居', '太原段12地號'],
    ]);
  });

  it('has one unit for a home that was cancelled and sold again, with the first price as list price', () => {
    expect(unitOf('TCB0001')).toMatchObject({
      key: '西屯區/晴川苑/A/12',
      number: '12',
      listPrice: '15800000',
    });
    expect(unitOf('TCB0002')).toEqual(unitOf('TCB0001'));
    expect(saleOf('TCB0001')).toMatchObject({ contractedOn: '2021-03-15', cancelledOn: '2021-05-03' });
    expect(saleOf('TCB0002')).toMatchObject({
      contractedOn: '2021-06-10',
      cancelledOn: null,
      price: '16100000',
    });
  });

  it('takes building and number from the label', () => {
    expect(unitOf('TCB0003')).toMatchObject({
      key: '西屯區/晴川苑/B1/10F-3',
      floor: 10,
      listPrice: '14900000',
    });
    expect(unitOf('TCB0004')).toMatchObject({ number: '10F-5', parkingSpaces: 0, parkingPrice: '0' });
  });

  it('puts the floor before a number that stands on several floors', () => {
    expect(['TCB0009', 'TCB0010'].map((key) => unitOf(key)?.number)).toEqual(['03-A1', '04-A1']);
  });

  it('has a shop on two floors without a unit type, at the lower of the two', () => {
    expect(unitOf('TCB0005')).toMatchObject({
      kind: 'SHOP',
      floor: 1,
      floorText: '一層,二層',
      unitTypeKey: null,
    });
  });

  it('has a parking space sold by itself, in a building of its own because no label names one', () => {
    expect(unitOf('TCB0006')).toMatchObject({
      key: '西屯區/晴川苑/B/B2-01',
      kind: 'PARKING',
      unitTypeKey: null,
      areaHundredths: 2_560,
      listPrice: '1900000',
      parkingSpaces: 1,
    });
  });

  it('skips the row that sells land only', () => {
    expect(record.skipped).toEqual([{ line: 9, reason: expect.stringContaining('land only') }]);
  });

  it('leaves a home sold whose sale was cancelled in part, and notes that', () => {
    expect(saleOf('TCB0008')).toMatchObject({ cancelledOn: null, note: '部分解約1110228' });
  });

  it('notes that a sale holds two buildings, and marks related parties', () => {
    expect(unitOf('TCB0011')).toMatchObject({ kind: 'OFFICE', parkingSpaces: 2, number: '02-01' });
    expect(saleOf('TCB0011')).toMatchObject({
      relatedParties: true,
      note: '親友、員工、共有人或其他特殊關係間之交易;含增建, 另計; One sale of 2 buildings (建物).',
    });
  });
});
