import { describe, expect, it } from 'vitest';
import { readAreaHundredths, readDollars, readParts } from '#scripts/sales-record/amounts.ts';
import { readCancellation } from '#scripts/sales-record/cancellation.ts';
import { readNumber } from '#scripts/sales-record/chinese-number.ts';
import { floorLabel, lowestFloor, readStoreys } from '#scripts/sales-record/floors.ts';
import { readSubject, unitKind } from '#scripts/sales-record/kinds.ts';
import { readMinguoDate } from '#scripts/sales-record/minguo-date.ts';
import type { Reading } from '#scripts/sales-record/reading.ts';
import { readUnitLabel } from '#scripts/sales-record/unit-label.ts';

/** The value that was read, or undefined for a problem. */
const readOrUndefined = <T>(reading: Reading<T>): T | undefined =>
  reading.isRead ? reading.value : undefined;

describe('a Minguo date', () => {
  it.each([
    ['1080302', '2019-03-02'],
    ['990101', '2010-01-01'],
    ['0990101', '2010-01-01'],
    ['1000229', undefined],
    ['1010229', '2012-02-29'],
    ['1090229', '2020-02-29'],
    ['1080229', undefined],
    ['1890229', undefined],
    ['1081231', '2019-12-31'],
    ['1080431', undefined],
    ['1080300', undefined],
    ['1080001', undefined],
    ['1081301', undefined],
    ['0000101', undefined],
    ['20190302', undefined],
    ['10803', undefined],
    ['2019-03-02', undefined],
    ['', undefined],
    ['１０８０３０２', '2019-03-02'],
  ])('%s is %s', (text, date) => {
    expect(readOrUndefined(readMinguoDate(text))).toBe(date);
  });
});

describe('a floor', () => {
  it.each([
    ['一層', 1],
    ['四層', 4],
    ['十層', 10],
    ['十五層', 15],
    ['二十層', 20],
    ['二十一層', 21],
    ['九十九層', 99],
    ['十二樓', 12],
    ['12層', 12],
    ['12', 12],
    ['１２層', 12],
    ['12F', 12],
    ['地下一層', -1],
    ['地下二層', -2],
    ['地下層', -1],
    ['地下1層', -1],
    ['B2', -2],
    ['一層,二層', 1],
    ['二層，一層', 1],
    ['三層、四層', 3],
    ['地下一層,一層', -1],
    ['一層,騎樓', 1],
    ['十二層,夾層', 12],
    ['夾層', null],
    ['騎樓', null],
    ['見其他登記事項', null],
    ['全', null],
    ['0', null],
    ['', null],
  ])('"%s" is floor %s', (text, floor) => {
    expect(lowestFloor(text)).toBe(floor);
  });

  it('is written with two digits, a B for basements and an X when it is unknown', () => {
    expect([3, 12, 101, -2, null].map(floorLabel)).toEqual(['03', '12', '101', 'B2', 'X']);
  });

  it('counts as storeys in digits or Chinese, and is unknown for any other text', () => {
    expect(['15', '十五層', '015', '', '見使用執照', '地下一層'].map(readStoreys)).toEqual([
      15,
      15,
      15,
      null,
      null,
      null,
    ]);
  });
});

describe('a Chinese number', () => {
  it('is read from 1 to 99', () => {
    const digits = ['', ...'一二三四五六七八九'];
    const numerals = Array.from({ length: 99 }, (_, index) => {
      const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
      return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
    });
    expect(numerals.map(readNumber)).toEqual(Array.from({ length: 99 }, (_, index) => index + 1));
  });

  it.each(['', '二三', '十十', '百', '一百', 'x'])('"%s" is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('an amount of dollars', () => {
  it.each([
    ['4850000', '4850000'],
    ['4,850,000', '4850000'],
    ['４８５００００', '4850000'],
    [' 4850000 ', '4850000'],
    ['4850000.0', '4850000'],
    ['0004850000', '4850000'],
    ['0', '0'],
    ['', '0'],
    ['999999999999999', '999999999999999'],
    ['1000000000000000', undefined],
    ['4850000.5', undefined],
    ['4,85,0000', undefined],
    ['4,850', '4850'],
    ['-1', undefined],
    ['485萬', undefined],
    ['1e6', undefined],
    ['NT$1', undefined],
  ])('"%s" is %s', (text, dollars) => {
    expect(readOrUndefined(readDollars(text))).toBe(dollars);
  });
});

describe('an area', () => {
  it.each([
    ['116.59', 11_659],
    ['151.1', 15_110],
    ['80', 8_000],
    ['1,234.5', 123_450],
    ['0.0', 0],
    ['', 0],
    ['1.005', 101],
    ['1.0049999', 100],
    ['1.995', 200],
    ['0.29', 29],
    ['-3', undefined],
    ['.5', undefined],
    ['33坪', undefined],
    ['1.2.3', undefined],
    ['1234567890', undefined],
  ])('"%s" is %s hundredths of a square metre', (text, hundredths) => {
    expect(readOrUndefined(readAreaHundredths(text))).toBe(hundredths);
  });
});

describe('the parts of a sale', () => {
  it.each([
    ['土地1建物1車位2', { buildings: 1, parkingSpaces: 2 }],
    ['土地12建物0車位1', { buildings: 0, parkingSpaces: 1 }],
    ['土地１建物２車位０', { buildings: 2, parkingSpaces: 0 }],
    ['', null],
    ['建物1車位1', undefined],
    ['土地一建物一車位一', undefined],
  ])('"%s" is %o', (text, parts) => {
    expect(readOrUndefined(readParts(text))).toEqual(parts);
  });
});

describe('the kind of a unit', () => {
  it.each([
    ['房地(土地+建物)', '住家用', '住宅大樓(11層含以上有電梯)', 'RESIDENCE'],
    ['房地(土地+建物)+車位', '商業用', '住宅大樓(11層含以上有電梯)', 'SHOP'],
    ['房地(土地+建物)+車位', '店面', '', 'SHOP'],
    ['房地(土地+建物)+車位', '住商用', '', 'RESIDENCE'],
    ['房地（土地+建物）+車位', '辦公用', '', 'OFFICE'],
    ['建物', '一般事務所', '', 'OFFICE'],
    ['房地(土地+建物)', '見其他登記事項', '店面(店鋪)', 'SHOP'],
    ['房地(土地+建物)', '', '辦公商業大樓', 'OFFICE'],
    ['房地(土地+建物)', '', '', 'RESIDENCE'],
    ['車位', '停車空間', '其他', 'PARKING'],
    ['車位', '住家用', '其他', 'PARKING'],
  ])('of %s for "%s" in "%s" is %s', (subject, mainUse, form, kind) => {
    expect(unitKind(readOrUndefined(readSubject(subject)) ?? 'LAND', mainUse, form)).toBe(kind);
  });

  it.each(['', '其他', '租賃房屋'])('is a problem when "%s" is sold', (subject) => {
    expect(readSubject(subject).isRead).toBe(false);
  });
});

describe('a cancellation', () => {
  it.each([
    ['', null, null],
    ['無', null, null],
    ['全部解約1100503', '2021-05-03', null],
    ['全部解約 1100503;', '2021-05-03', null],
    ['全部解約:1100503', '2021-05-03', null],
    ['解約990101', '2010-01-01', null],
    ['部分解約1110228;全部解約1120315', '2023-03-15', null],
    ['部分解約1110228', null, '部分解約1110228'],
    ['車位解約1110228;', null, '車位解約1110228'],
  ])('"%s" is of %s, in part "%s"', (text, cancelledOn, partialText) => {
    expect(readOrUndefined(readCancellation(text))).toEqual({ cancelledOn, partialText });
  });

  it.each(['全部解約', '全部解約1100231', '全部解約20210503', '已取消', '1100503'])(
    '"%s" is a problem, not a sale that stands',
    (text) => {
      expect(readCancellation(text).isRead).toBe(false);
    },
  );
});

describe('a building and number', () => {
  it.each([
    ['A棟12號', 'A', '12'],
    ['B1棟十樓之3', 'B1', '10F-3'],
    ['a棟12號', 'A', '12'],
    ['Ａ棟１２號', 'A', '12'],
    ['第1棟5號2樓', '1', '5-2F'],
    ['A棟十二號', 'A', '12'],
    ['C棟A5-10F', 'C', 'A5-10F'],
    ['A棟3樓B戶', 'A', '3F-B'],
    ['A棟', 'A', null],
    ['A1', null, 'A1'],
    ['12號', null, '12'],
  ])('"%s" is building %s, number %s', (text, building, number) => {
    expect(readUnitLabel(text)).toMatchObject({ building, number });
  });

  it('is none when the text is blank', () => {
    expect(['', ' ', '無'].map(readUnitLabel)).toEqual([null, null, null]);
  });
});
