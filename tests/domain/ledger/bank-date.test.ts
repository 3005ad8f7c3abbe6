import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATE_ORDERS, type DateOrder, readDate } from '#domain/ledger/bank-date.ts';
import { columnReader } from '#domain/ledger/column-convention.ts';
import { anyDay } from '../amounts.ts';

describe('a date that means one day', () => {
  it.each([
    ['2025-01-31', '2025-01-31'],
    ['2025/1/31', '2025-01-31'],
    ['2025.01.31', '2025-01-31'],
    ['2025年1月31日', '2025-01-31'],
    ['20250131', '2025-01-31'],
    ['２０２５－０１－３１', '2025-01-31'],
    ['="20250131"', '2025-01-31'],
    ['2025-01-31 16:20:05', '2025-01-31'],
    ['2025-01-31T16:20:05+08:00', '2025-01-31'],
    ['20250131 16:20:05', '2025-01-31'],
    ['20250131162005', '2025-01-31'],
    ['2025/1/31 9:05 AM', '2025-01-31'],
    ['31.01.2025', '2025-01-31'],
    ['31.1.25', '2025-01-31'],
    ['31 Jan 2025', '2025-01-31'],
    ['31-JAN-25', '2025-01-31'],
    ['1-Sept-2025', '2025-09-01'],
    ['January 31, 2025', '2025-01-31'],
    ['Jan. 31 2025', '2025-01-31'],
    ['114/01/31', '2025-01-31'],
    ['1140131', '2025-01-31'],
    ['民國114年1月31日', '2025-01-31'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2025', null],
    ['2025-13-01', null],
    ['2025-00-10', null],
    ['20250231', null],
    ['0225-01-31', null],
    ['31 Foo 2025', null],
    ['45688', null],
    ['合计', null],
    ['', null],
  ])('%s', (cell, date) => {
    expect(DATE_ORDERS.map((order) => readDate(cell, order))).toEqual([date, date, date]);
  });
});

const column = (cells: string[], preferred: DateOrder | null = null) => {
  const read = columnReader(cells, DATE_ORDERS, readDate, preferred);
  return cells.map((cell) => {
    const reading = read(cell);
    return 'value' in reading ? reading.value : reading.problem;
  });
};

describe('a column of dates decides what a cell alone leaves open', () => {
  it.each([
    ['day first', ['01/02/2025', '31/01/2025'], ['2025-02-01', '2025-01-31']],
    ['month first', ['01/02/2025', '01/31/2025'], ['2025-01-02', '2025-01-31']],
    ['month first, short years', ['01/02/25', '01/31/25'], ['2025-01-02', '2025-01-31']],
    ['hyphens', ['01-02-2025', '31-01-2025'], ['2025-02-01', '2025-01-31']],
    ['nothing', ['01/02/2025', '03/04/2025'], ['AMBIGUOUS', 'AMBIGUOUS']],
    ['nothing, but the same either way', ['02/02/2025'], ['2025-02-02']],
    ['short years that may stand first', ['31/01/25'], ['AMBIGUOUS']],
    [
      'a contradiction',
      ['01/02/2025', '31/01/2025', '01/31/2025'],
      ['AMBIGUOUS', '2025-01-31', '2025-01-31'],
    ],
    ['text beside it', ['31/01/2025', 'Total', ''], ['2025-01-31', 'UNREADABLE', 'UNREADABLE']],
  ])('%s', (_, cells, dates) => {
    expect(column(cells)).toEqual(dates);
  });

  it('what is known of the account decides only what the column leaves open', () => {
    expect(column(['01/02/2025'], 'MDY')).toEqual(['2025-01-02']);
    expect(column(['01/02/2025'], 'DMY')).toEqual(['2025-02-01']);
    expect(column(['31/01/25'], 'YMD')).toEqual(['2031-01-25']);
    expect(column(['01/02/2025', '31/01/2025'], 'MDY')).toEqual(['2025-02-01', '2025-01-31']);
  });
});

const FORMATS: Readonly<Record<string, (year: string, month: string, day: string) => string>> = {
  iso: (year, month, day) => `${year}-${month}-${day}`,
  compact: (year, month, day) => `${year}${month}${day}`,
  slashes: (year, month, day) => `${year}/${Number(month)}/${Number(day)}`,
  chinese: (year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  dots: (year, month, day) => `${day}.${month}.${year}`,
  minguo: (year, month, day) => `${Number(year) - 1911}/${month}/${day}`,
  timed: (year, month, day) => `${year}-${month}-${day} 23:59:59`,
  british: (year, month, day) => `${day}/${month}/${year}`,
  american: (year, month, day) => `${Number(month)}/${Number(day)}/${year}`,
};

it('a date that is written in any format is read back, when the column shows the format', () => {
  const anyDays = fc.array(anyDay('2011-01-01', '2099-12-31'), { maxLength: 20 });
  fc.assert(
    fc.property(anyDays, fc.constantFrom(...Object.keys(FORMATS)), (days, name) => {
      const all = [...days, '2025-01-31'];
      const cells = all.map((day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        return FORMATS[name]?.(year, month, date) ?? '';
      });
      expect(column(cells)).toEqual(all);
    }),
    { numRuns: 1_000 },
  );
});
