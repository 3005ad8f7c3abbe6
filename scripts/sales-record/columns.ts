import type { RowProblem } from './sales-record.ts';

/** The columns of the register's first layout that are read here; later layouts only add to them. */
export const REQUIRED_COLUMNS = [
  '鄉鎮市區',
  '交易標的',
  '土地區段位置建物區段門牌',
  '土地移轉總面積平方公尺',
  '交易年月日',
  '交易筆棟數',
  '移轉層次',
  '總樓層數',
  '主要用途',
  '建物移轉總面積平方公尺',
  '建物現況格局-房',
  '建物現況格局-廳',
  '建物現況格局-衛',
  '總價元',
  '車位類別',
  '車位移轉總面積平方公尺',
  '車位總價元',
  '備註',
  '編號',
] as const;

/** Columns of newer files, and 縣市, which is added by whoever joins the files of several cities. */
export const OPTIONAL_COLUMNS = ['縣市', '建物型態', '建案名稱', '棟及號', '解約情形'] as const;

export type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

/** Where each known column stands in the file's rows, and how the file spells its header. */
export type Columns = { count: number; headers: readonly string[]; indexes: ReadonlyMap<Column, number> };

/** Other names of the same column in later files. */
const OTHER_NAMES: readonly (readonly [string, Column])[] = [
  ['土地位置建物門牌', '土地區段位置建物區段門牌'],
  ['土地區段位置建物門牌', '土地區段位置建物區段門牌'],
];

// Files spell 總價元 also 總價(元), and 建物現況格局-房 also 建物現況格局_房: punctuation and width carry no meaning in a header.
const headerName = (text: string): string => text.normalize('NFKC').replace(/[\s()/_-]/g, '');

const COLUMN_BY_NAME: ReadonlyMap<string, Column> = new Map([
  ...[...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].map((column) => [headerName(column), column] as const),
  ...OTHER_NAMES.map(([name, column]) => [headerName(name), column] as const),
]);

/**
 * Finds the known columns in the header cells, in any order; unknown columns are passed over.
 * A header with fewer than half of the required columns belongs to some other file: that is one problem,
 * not a list of everything it lacks.
 */
export function findColumns(cells: readonly string[], line: number): Columns | RowProblem[] {
  const headers = cells.map((cell) => cell.trim());
  const indexes = new Map<Column, number>();
  const problems: RowProblem[] = [];
  for (const [index, header] of headers.entries()) {
    const column = COLUMN_BY_NAME.get(headerName(header));
    if (column === undefined) continue;
    if (indexes.has(column)) {
      problems.push({
        line,
        column: header,
        value: header,
        message: 'The column is there twice; expected once.',
      });
    } else {
      indexes.set(column, index);
    }
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !indexes.has(column));
  if (missing.length * 2 > REQUIRED_COLUMNS.length) return [notARecord(headers.join(','), line)];
  for (const column of missing) {
    problems.push({
      line,
      column,
      value: '',
      message: `The column ${column} is missing; expected it in the header line.`,
    });
  }
  return problems.length > 0 ? problems : { count: headers.length, headers, indexes };
}

/** The one problem of a file that holds no header of the register. */
export function notARecord(firstLine: string, line: number): RowProblem {
  return {
    line,
    column: REQUIRED_COLUMNS[0],
    value: firstLine.slice(0, 80),
    message:
      firstLine === ''
        ? 'The file is empty; expected a pre-sale record of the actual-price register.'
        : 'The file is not a pre-sale record of the actual-price register; expected UTF-8 text whose first line names the columns 鄉鎮市區, 交易標的, 交易年月日, 總價元, 編號 and so on.',
  };
}

/** The register's second line repeats the header in English: words only, no digit and no Chinese. */
export function isEnglishHeader(cells: readonly string[]): boolean {
  const text = cells.join(' ');
  return /\btransaction\b/i.test(text) && !/[\p{N}\p{Script=Han}]/u.test(text);
}
