import { describe, expect, it } from 'vitest';
import { readSalesRecord } from '#scripts/sales-record/index.ts';
import { type Cells, recordText } from './record-text.ts';

const read = (rows: readonly Cells[]) => {
  const { record, problems } = readSalesRecord(recordText(rows));
  expect(problems).toEqual([]);
  return record;
};
const numbersOf = (rows: readonly Cells[]) => read(rows).units.map((unit) => unit.number);

describe('a city', () => {
  it('comes from the column 縣市 and keeps projects of the same name apart', () => {
    const { projects } = read([
      { 縣市: '新北市', 建案名稱: '森活' },
      { 縣市: '臺中市', 建案名稱: '森活' },
      { 縣市: '', 建案名稱: '森活' },
    ]);
    expect(projects.map(({ key, city }) => [key, city])).toEqual([
      ['新北市/板橋區/森活', '新北市'],
      ['臺中市/板橋區/森活', '臺中市'],
      ['板橋區/森活', null],
    ]);
  });
});

describe('a project', () => {
  it('has the place for its key where a row gives no project name', () => {
    const { projects } = read([{ 建案名稱: '森活' }, { 建案名稱: '' }]);
    expect(projects.map((project) => project.name)).toEqual(['森活', '板橋區江翠段9地號']);
  });

  it('is named by its address alone when that holds the district', () => {
    const { projects } = read([{ 土地區段位置建物區段門牌: '新北市板橋區文化路一段1號' }]);
    expect(projects[0]?.name).toBe('新北市板橋區文化路一段1號');
  });
});

describe('a building', () => {
  it('has the letter A when no row of the project says how many storeys it has', () => {
    expect(read([{ 總樓層數: '' }]).buildings).toMatchObject([{ code: 'A', storeys: null }]);
  });

  it('takes in rows that do not say their storeys', () => {
    const { buildings } = read([{ 總樓層數: '' }, { 總樓層數: '20' }]);
    expect(buildings).toMatchObject([{ code: 'A', storeys: 20 }]);
  });

  it('does not take the letter of a building that a label names', () => {
    const { buildings } = read([{ 棟及號: 'A棟1號' }, { 棟及號: '' }]);
    expect(buildings.map((building) => building.code)).toEqual(['A', 'B']);
  });

  it('goes from Z on to AA', () => {
    const rows = Array.from({ length: 28 }, (_, index) => ({ 總樓層數: String(index + 1) }));
    expect(
      read(rows)
        .buildings.slice(-3)
        .map((building) => building.code),
    ).toEqual(['Z', 'AA', 'AB']);
  });
});

describe('a unit number', () => {
  it('is counted on each floor in the order of the file', () => {
    expect(
      numbersOf([{ 移轉層次: '三層' }, { 移轉層次: '二層' }, { 移轉層次: '三層' }, { 移轉層次: '地下二層' }]),
    ).toEqual(['03-01', '02-01', '03-02', 'B2-01']);
  });

  it('is made unique when two standing sales carry the same label on one floor', () => {
    expect(numbersOf([{ 棟及號: 'A棟12號' }, { 棟及號: 'A棟12號' }, { 棟及號: 'A棟12號' }])).toEqual([
      '12',
      '12-2',
      '12-3',
    ]);
  });

  it('stays unique when a label already has the form that repetition would give', () => {
    expect(
      numbersOf([
        { 棟及號: 'A棟12號' },
        { 棟及號: 'A棟12-2' },
        { 棟及號: 'A棟12號' },
        { 棟及號: 'A棟05-01' },
      ]),
    ).toEqual(['12', '12-2', '12-3', '05-01']);
  });

  it('is counted on the floor where the label names the building only', () => {
    expect(numbersOf([{ 棟及號: 'A棟' }, { 棟及號: 'A棟05-01' }])).toEqual(['05-02', '05-01']);
  });

  it('may repeat in another building', () => {
    const { units } = read([{ 棟及號: 'A棟12號' }, { 棟及號: 'B棟12號' }]);
    expect(units.map((unit) => unit.key.split('/').slice(-2))).toEqual([
      ['A', '12'],
      ['B', '12'],
    ]);
  });

  it('has a key that a slash in a name does not confuse', () => {
    const { units } = read([{ 棟及號: 'A/B棟1號' }, { 棟及號: 'A棟B/1' }]);
    expect(new Set(units.map((unit) => unit.key)).size).toBe(2);
  });
});

describe('a unit sold again', () => {
  const first = { 棟及號: 'A棟12號', 解約情形: '全部解約1080503' };
  const second = { 棟及號: 'A棟12號', 交易年月日: '1080503', 總價元: '13000000' };

  it('is one unit when the second contract is made on the day the first was cancelled', () => {
    const record = read([first, second]);
    expect(record.units).toMatchObject([{ number: '12', listPrice: '12000000' }]);
    expect(record.sales.map((sale) => sale.unitKey)).toEqual(Array(2).fill(record.units[0]?.key));
  });

  it('is the same unit when the file has the second sale first', () => {
    const record = read([second, first]);
    expect(record.units).toMatchObject([{ number: '12', listPrice: '12000000' }]);
    expect(record.sales.map((sale) => sale.price)).toEqual(['13000000', '12000000']);
  });

  it('is two units when the second contract was made while the first one stood', () => {
    expect(numbersOf([first, { ...second, 交易年月日: '1080502' }])).toEqual(['12', '12-2']);
  });

  it('can be cancelled and sold a third time', () => {
    const record = read([
      first,
      { ...second, 解約情形: '全部解約1090101' },
      { ...second, 交易年月日: '1090201' },
    ]);
    expect(record.units).toHaveLength(1);
    expect(record.sales).toHaveLength(3);
  });

  it('is not a parking space that carries the same label', () => {
    const parking = { ...second, 交易標的: '車位', 交易筆棟數: '土地1建物0車位1' };
    expect(read([first, parking]).units.map((unit) => unit.kind)).toEqual(['RESIDENCE', 'PARKING']);
  });
});

describe('a parking space sold by itself', () => {
  it('has its area from the parking column when the other one is 0', () => {
    const { units } = read([{ 交易標的: '車位', 建物移轉總面積平方公尺: '0' }]);
    expect(units).toMatchObject([{ kind: 'PARKING', areaHundredths: 3_000 }]);
  });
});

describe('a home whose parts are blank', () => {
  it('has one parking space if it has a parking price, and none otherwise', () => {
    const { units } = read([
      { 交易筆棟數: '' },
      { 交易筆棟數: '', 車位類別: '', 車位總價元: '', 車位移轉總面積平方公尺: '' },
    ]);
    expect(units.map((unit) => unit.parkingSpaces)).toEqual([1, 0]);
  });
});
