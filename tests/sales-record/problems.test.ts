import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeProblems, type RowProblem, readSalesRecord } from '#scripts/sales-record/index.ts';
import { type Cells, recordText } from './record-text.ts';

const NOTHING = {
  currency: 'TWD',
  projects: [],
  buildings: [],
  unitTypes: [],
  units: [],
  sales: [],
  skipped: [],
};

describe('a file with malformed rows', () => {
  const text = readFileSync(new URL('fixtures/malformed-rows.csv', import.meta.url), 'utf8');
  const { record, problems, rows } = readSalesRecord(text);

  it.each([
    [3, '交易年月日', '1070229', /not a day of the calendar; expected/],
    [4, '交易年月日', '2019/03/02', /not a Minguo date; expected/],
    [5, '總價元', '0', /expected whole dollars above 0/],
    [6, '總價元', '約九百萬', /not in whole dollars; expected digits/],
    [7, '總價元', '-9000000', /not in whole dollars; expected digits/],
    [8, '車位總價元', '9000001', /above the total price 9000000.*expected at most that/],
    [9, '建物移轉總面積平方公尺', '0', /expected square metres above 0/],
    [10, '建物移轉總面積平方公尺', '33坪', /not a number of square metres; expected/],
    [11, '交易筆棟數', '一戶', /expected a text such as 土地1建物1車位1/],
    [12, '建物現況格局-房', '三房', /not a whole number; expected/],
    [13, '交易標的', '其他', /subject of the sale is not known; expected/],
    [14, '鄉鎮市區', '', /district is blank; expected/],
    [15, '土地區段位置建物區段門牌', '', /location is blank; expected/],
    [16, '編號', '', /serial number is blank; expected/],
    [17, '編號', 'HCB0001', /already that of line 2; expected/],
    [20, '有無管理組織', '', /ends after 20 columns; expected 28/],
    [21, '編號', '多餘,欄位', /has 30 columns; expected 28/],
    [22, '土地區段位置建物區段門牌', expect.stringContaining('"關新段5地號'), /not closed; expected/],
  ])('has a problem in line %i, column %s', (line, column, value, message) => {
    const found = problems.filter((problem) => problem.line === line);
    expect(found).toEqual([{ line, column, value, message: expect.stringMatching(message) }]);
  });

  it('names every problem of a row that has several', () => {
    const columns = problems.filter((problem) => problem.line === 18).map((problem) => problem.column);
    expect(columns).toEqual(['總價元', '交易年月日']);
  });

  it('has no other problem and keeps the order of the lines', () => {
    const lines = problems.map((problem) => problem.line);
    expect(lines).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 18, 20, 21, 22]);
  });

  it('still gives the sound rows, after blank lines and line breaks inside quotes too', () => {
    expect(rows).toBe(23);
    expect(record.sales.map(({ key, line }) => [key, line])).toEqual([
      ['HCB0001', 2],
      ['HCB0018', 19],
      ['HCB0053', 24],
      ['HCB0054', 26],
    ]);
    expect(record.sales[2]?.note).toBe('第一行\n第二行 "引號"');
    expect(record.units.map((unit) => unit.number)).toEqual(['03-01', '03-02', '03-03', '03-04']);
  });
});

describe('a cancellation', () => {
  const problemsOf = (row: Cells) => readSalesRecord(recordText([row])).problems;

  it('is a problem when it is before its contract', () => {
    expect(problemsOf({ 解約情形: '全部解約1080301' })).toMatchObject(
      [
        {
          line: 2,
          column: '解約情形',
          value: '全部解約1080301',
          message: /before the contract of 2019-03-02/,
        },
      ].map((problem) => ({ ...problem, message: expect.stringMatching(problem.message) })),
    );
  });

  it('is no second problem when the date of the contract is one', () => {
    expect(problemsOf({ 交易年月日: '1', 解約情形: '全部解約1080301' }).map(({ column }) => column)).toEqual([
      '交易年月日',
    ]);
  });
});

describe('a serial number', () => {
  it('is used up by a row that has another problem', () => {
    const { problems, record } = readSalesRecord(recordText([{ 編號: 'X', 總價元: '0' }, { 編號: 'X' }]));
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, '總價元'],
      [3, '編號'],
    ]);
    expect(record.units).toEqual([]);
  });
});

describe('a quotation mark inside a cell', () => {
  it('is kept when the row is whole nevertheless', () => {
    const text = recordText([{ 備註: 'N' }, {}]).replace(',N,', ',5" 外推,');
    const { record, problems } = readSalesRecord(text);
    expect(problems).toEqual([]);
    expect(record.sales.map((sale) => sale.note)).toEqual(['5" 外推', null]);
  });

  it('that is left open does not take the next rows with it, even if a later one leaves one open too', () => {
    const lines = recordText([{}, {}, {}, {}]).split('\n');
    const text = lines.map((line, index) => (index === 1 || index === 3 ? `"${line}` : line)).join('\n');
    const { record, problems } = readSalesRecord(text);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, '鄉鎮市區'],
      [4, '鄉鎮市區'],
    ]);
    expect(record.sales.map((sale) => sale.line)).toEqual([3, 5]);
  });
});

describe('a header', () => {
  const columns = recordText([{}]).split('\n')[0]?.split(',') ?? [];

  it.each(columns)('without %s is one problem that names it, and nothing is read', (missing) => {
    const text = recordText(
      [{}],
      columns.filter((column) => column !== missing),
    );
    const { record, problems, rows } = readSalesRecord(text);
    expect(problems).toEqual([
      { line: 1, column: missing, value: '', message: expect.stringContaining(`${missing} is missing`) },
    ]);
    expect(record).toEqual(NOTHING);
    expect(rows).toBe(0);
  });

  it('with the same column twice is a problem', () => {
    const { problems } = readSalesRecord(recordText([{}], [...columns, '總價元']));
    expect(problems).toMatchObject([{ line: 1, column: '總價元' }]);
  });

  it('may spell the units of a column with brackets', () => {
    const text = recordText([{}])
      .replace('總價元', '總價(元)')
      .replace('車位移轉總面積平方公尺', '車位移轉總面積（平方公尺）');
    expect(readSalesRecord(text).problems).toEqual([]);
  });

  it('may stand alone: no rows, no problem', () => {
    expect(readSalesRecord(columns.join(','))).toEqual({ record: NOTHING, problems: [], rows: 0 });
  });
});

describe('a file that is no such record', () => {
  it.each([
    ['empty', '', /file is empty; expected/],
    ['of blank lines', '\uFEFF\r\n \r\n', /file is empty; expected/],
    ['of other columns', 'name,price,備註\nA,1,', /not a pre-sale record.*; expected/],
    ['of one open quote', '"abc\n1,2', /not a pre-sale record.*; expected/],
    ['in another encoding', '\uFFFD\uFFFDm\uFFFD\uFFFD,\uFFFD\uFFFD\n1,2', /not a pre-sale record.*UTF-8/],
  ])('%s gives one problem', (_, text, message) => {
    const { record, problems, rows } = readSalesRecord(text);
    expect(problems).toEqual([
      { line: 1, column: '鄉鎮市區', value: expect.any(String), message: expect.stringMatching(message) },
    ]);
    expect(record).toEqual(NOTHING);
    expect(rows).toBe(0);
  });
});

describe('the description of problems', () => {
  const problem = (line: number, value = 'x'): RowProblem => ({
    line,
    column: '總價元',
    value,
    message: 'The amount is wrong; expected digits.',
  });

  it('is a line for each, with what was found', () => {
    expect(describeProblems([problem(12), problem(13, '')])).toBe(
      'line 12, column 總價元: The amount is wrong; expected digits. Found "x".\n' +
        'line 13, column 總價元: The amount is wrong; expected digits.',
    );
  });

  it('stops after twenty and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, index) => problem(index + 2));
    const lines = describeProblems(many).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('and 5 more');
    expect(describeProblems(many.slice(0, 20)).split('\n')).toHaveLength(20);
  });

  it('is empty without problems', () => {
    expect(describeProblems([])).toBe('');
  });

  it('shortens a long value and keeps it on its line', () => {
    expect(describeProblems([problem(2, `a\n${'b'.repeat(99)}`)])).toContain(`Found "a ${'b'.repeat(38)}…".`);
  });
});
