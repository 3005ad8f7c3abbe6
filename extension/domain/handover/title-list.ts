/**
 * The columns and cells of a list of titles, as registries and agents send it: which contract, how far, numbers and
 * dates. What is wrong with a cell names row, column and what to do. Titles may stand above the row of headings.
 */
import { type DecimalMark, readNumber } from '#domain/inventory/index.ts';
import { columnReader, DATE_ORDERS, type DateOrder, readDate } from '#domain/ledger/index.ts';
import { formatDecimal } from '#domain/shared/decimal.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { TitleState } from './after-sale-states.ts';
import { TITLE_ROAD } from './title-states.ts';

/** `line` is the row's number in the file. */
export type TitleFileRow = { line: number; cells: readonly string[] };

export type TitleColumn =
  | 'name'
  | 'state'
  | 'taxAmount'
  | 'taxPaidOn'
  | 'submittedOn'
  | 'registryNumber'
  | 'acceptedOn'
  | 'certificateNumber'
  | 'issuedOn'
  | 'receivedBy'
  | 'deliveredOn';

/** Matched with a heading in lower case, without blanks and without what stands in brackets behind it. */
const NAMES: Readonly<Record<TitleColumn, RegExp>> = {
  name: /^(contract(no\.?|number)?|unit(no\.?|number|name)?|合同(编号|号)?|房号|房源(编号|名称)?|室号|房屋)$/,
  state: /^(state|status|stage|step|状态|办理状态|进度|办理进度|阶段)$/,
  taxAmount: /^(tax|taxes|taxamount|deedtax|税款|税费|税额|契税|契税金额)$/,
  taxPaidOn: /^(tax(es)?paid(on)?|taxdate|完税日期|缴税日期|契税日期)$/,
  submittedOn: /^(submitted(on)?|filed(on)?|submissiondate|filingdate|递件日期|报件日期|送件日期|申请日期)$/,
  registryNumber:
    /^(registry(no\.?|number)|acceptance(no\.?|number)|case(no\.?|number)|受理(编号|号|单号)|收件(编号|号))$/,
  acceptedOn: /^(accepted(on)?|acceptancedate|受理日期)$/,
  certificateNumber:
    /^(certificate(no\.?|number)|title(no\.?|number)|deed(no\.?|number)|产权证(编)?号|不动产(权)?证(书)?(编)?号|证书?(编)?号|房产证号)$/,
  issuedOn: /^(issued(on)?|issuedate|出证日期|发证日期|登簿日期|领证日期)$/,
  receivedBy: /^(receivedby|collectedby|takenby|领取人|签收人)$/,
  deliveredOn: /^(delivered(on)?|collected(on)?|handoverdate|deliverydate|发放日期|领取日期|签收日期)$/,
};
const COLUMNS = Object.keys(NAMES) as TitleColumn[];
const DATES = [
  'taxPaidOn',
  'submittedOn',
  'acceptedOn',
  'issuedOn',
  'deliveredOn',
] as const satisfies TitleColumn[];
type DateColumn = (typeof DATES)[number];

/** A state by its code, or as people call it. */
const STATES: readonly (readonly [RegExp, TitleState])[] = [
  [/^(collecting(papers)?|收件中|收集资料|资料收集|收集材料)$/, 'COLLECTING'],
  [/^(tax_?(es)?paid|已缴税|已完税|完税)$/, 'TAX_PAID'],
  [/^(submitted|filed|已递件|已报件|已送件|已提交)$/, 'SUBMITTED'],
  [/^(accepted(bytheregistry)?|已受理|受理)$/, 'ACCEPTED'],
  [/^(issued|certificateissued|已出证|出证|已发证)$/, 'ISSUED'],
  [/^(delivered|certificatedelivered|已领证|已发放|已签收|已领取)$/, 'DELIVERED'],
];

export type TitleRow = {
  row: number;
  /** Contract number or unit name, as the file has it. */
  name: string;
  /** As far as the row says it is. */
  state: TitleState;
  taxAmount: string | null;
  taxPaidOn: PlainDate | null;
  submittedOn: PlainDate | null;
  registryNumber: string;
  acceptedOn: PlainDate | null;
  certificateNumber: string;
  issuedOn: PlainDate | null;
  receivedBy: string;
  deliveredOn: PlainDate | null;
};

export type TitleProblemCode =
  | 'NO_NAME'
  | 'TWICE'
  | 'NOT_A_DATE'
  | 'DATE_AMBIGUOUS'
  | 'NOT_A_NUMBER'
  | 'UNKNOWN_STATE'
  | 'NO_STATE'
  | 'CONTRACT_UNKNOWN'
  | 'SEVERAL_CONTRACTS'
  | 'NOT_HANDED_OVER'
  | 'BACKWARDS'
  | 'DIFFERS'
  | 'VALUE_MISSING'
  | 'DATES_OUT_OF_ORDER'
  | 'DATE_IN_FUTURE'
  | 'BLOCKED'
  | 'UNIT_FROZEN'
  | 'CHANGED_MEANWHILE';

export type TitleProblem = {
  row: number;
  /** The column's heading in the file; empty when the file has no such column. */
  column: string;
  code: TitleProblemCode;
  facts: Record<string, string>;
};

export const TITLE_PROBLEM_TEXTS: Readonly<Record<TitleProblemCode, string>> = {
  NO_NAME: 'The row names no contract and no unit. Enter one of them, or delete the row.',
  TWICE: '{name} is in row {other} already. Keep one of the two rows.',
  NOT_A_DATE: '"{value}" is no date. Write it like 2026-01-31.',
  DATE_AMBIGUOUS: '"{value}" can be two dates. Write the column like 2026-01-31.',
  NOT_A_NUMBER: '"{value}" is no amount. Enter digits only, such as 1234.50.',
  UNKNOWN_STATE: '"{value}" is no state of a title case. Write one of: {states}.',
  NO_STATE: 'The row does not say how far the case is. Enter a state, a number or a date.',
  CONTRACT_UNKNOWN: 'There is no contract {name}, and no sold unit of this name. Correct the name.',
  SEVERAL_CONTRACTS: '{count} contracts have the unit {name}. Give the contract number.',
  NOT_HANDED_OVER: 'The keys of {name} are not handed over yet. Hand over first, then read the list again.',
  BACKWARDS: 'The case is {known} already and the row says {given}. Correct the row.',
  DIFFERS: 'The case has {known} and the row {given}. Correct one of the two.',
  VALUE_MISSING: 'To be {state} the row needs a value here. Enter it.',
  DATES_OUT_OF_ORDER: '{date} is before the step before it. Correct the dates.',
  DATE_IN_FUTURE: '{date} is after today ({today}). Correct the date.',
  BLOCKED: '{reason}: {detail}. Clear this first, then read the list again.',
  UNIT_FROZEN: 'The unit {unit} is frozen by law. Lift the freeze first.',
  CHANGED_MEANWHILE: 'Somebody else moved the case meanwhile. Read the list again.',
};

/** One sentence, in English; the code and the facts are there for other languages. */
export function titleProblemText({ code, facts }: TitleProblem): string {
  return TITLE_PROBLEM_TEXTS[code].replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? '');
}

const MOST_ABOVE = 40;

export type TitleHeadings = Partial<Record<TitleColumn, { at: number; heading: string }>>;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[([【].*$/, '')
    .toLowerCase();
}

function headingsOf(cells: readonly string[]): { columns: TitleHeadings; ignored: string[] } {
  const columns: TitleHeadings = {};
  const ignored: string[] = [];
  cells.forEach((cell, at) => {
    const heading = cell.trim();
    if (heading === '') return;
    const name = COLUMNS.find((one) => NAMES[one].test(plain(heading)));
    // Contract and unit in one file: the contract, which stands first in most, says it exactly.
    if (name === undefined || columns[name] !== undefined) ignored.push(heading);
    else columns[name] = { at, heading };
  });
  return { columns, ignored };
}

export type ReadTitleList = {
  rows: TitleRow[];
  problems: TitleProblem[];
  columns: TitleHeadings;
  ignored: string[];
};

const TOTAL = /^(grand|sub)?-?total|^(合计|总计|小计|共计)/i;

/** Null when no row names a contract or unit and something to say about it. */
export function readTitleList(
  rows: readonly TitleFileRow[],
  { decimalMark = '.', dateOrder = null }: { decimalMark?: DecimalMark; dateOrder?: DateOrder | null } = {},
): ReadTitleList | null {
  const head = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => {
    const { columns: found } = headingsOf(cells);
    return found.name !== undefined && Object.keys(found).length > 1;
  });
  const header = rows[head];
  if (header === undefined) return null;
  const { columns, ignored } = headingsOf(header.cells);
  const cellOf = (cells: readonly string[], column: TitleColumn) =>
    (cells[columns[column]?.at ?? -1] ?? '').trim();
  const body = rows.slice(head + 1).filter(({ cells }) => {
    const own = COLUMNS.map((column) => cellOf(cells, column));
    return own.some((cell) => cell !== '') && !TOTAL.test(cellOf(cells, 'name'));
  });
  const dates = Object.fromEntries(
    DATES.map((column) => [
      column,
      columnReader(
        body.map(({ cells }) => cellOf(cells, column)).filter((cell) => cell !== ''),
        DATE_ORDERS,
        readDate,
        dateOrder,
      ),
    ]),
  ) as Record<DateColumn, ReturnType<typeof columnReader>>;
  const read: TitleRow[] = [];
  const problems: TitleProblem[] = [];
  const firstRowOf = new Map<string, number>();
  for (const { line, cells } of body) {
    const wrong: TitleProblem[] = [];
    const tell = (column: TitleColumn, code: TitleProblemCode, facts: Record<string, string> = {}) =>
      wrong.push({ row: line, column: columns[column]?.heading ?? '', code, facts });
    const row = rowOf({ line, cell: (column) => cellOf(cells, column), dates, decimalMark, tell });
    const other = firstRowOf.get(plain(row.name));
    if (row.name === '') tell('name', 'NO_NAME');
    else if (other !== undefined) tell('name', 'TWICE', { name: row.name, other: String(other) });
    else firstRowOf.set(plain(row.name), line);
    if (wrong.length > 0) problems.push(...wrong);
    else read.push(row);
  }
  return { rows: read, problems, columns, ignored };
}

type Reading = {
  line: number;
  cell(column: TitleColumn): string;
  dates: Record<DateColumn, ReturnType<typeof columnReader>>;
  decimalMark: DecimalMark;
  tell(column: TitleColumn, code: TitleProblemCode, facts?: Record<string, string>): void;
};

function rowOf({ line, cell, dates, decimalMark, tell }: Reading): TitleRow {
  const dateIn = (column: DateColumn): PlainDate | null => {
    const value = cell(column);
    if (value === '') return null;
    const found = dates[column](value);
    if ('value' in found) return found.value as PlainDate;
    tell(column, found.problem === 'AMBIGUOUS' ? 'DATE_AMBIGUOUS' : 'NOT_A_DATE', { value });
    return null;
  };
  const amount = cell('taxAmount');
  const tax = amount === '' ? null : readNumber(amount, decimalMark);
  if (amount !== '' && tax === null) tell('taxAmount', 'NOT_A_NUMBER', { value: amount });
  const known = {
    row: line,
    name: cell('name'),
    taxAmount: tax === null ? null : formatDecimal(tax),
    taxPaidOn: dateIn('taxPaidOn'),
    submittedOn: dateIn('submittedOn'),
    registryNumber: cell('registryNumber'),
    acceptedOn: dateIn('acceptedOn'),
    certificateNumber: cell('certificateNumber'),
    issuedOn: dateIn('issuedOn'),
    receivedBy: cell('receivedBy'),
    deliveredOn: dateIn('deliveredOn'),
  };
  const given = cell('state');
  const named = given === '' ? null : (STATES.find(([name]) => name.test(plain(given)))?.[1] ?? null);
  if (given !== '' && named === null)
    tell('state', 'UNKNOWN_STATE', { value: given, states: TITLE_ROAD.join(' ') });
  const state = named ?? furthest(known);
  if (state === null && given === '' && !hasDateText(cell)) tell('state', 'NO_STATE');
  return { ...known, state: state ?? 'COLLECTING' };
}

/** A date that cannot be read is told already; what it would have said need not be told, too. */
function hasDateText(cell: (column: TitleColumn) => string): boolean {
  return DATES.some((column) => cell(column) !== '') || cell('taxAmount') !== '';
}

function furthest(row: Omit<TitleRow, 'state'>): TitleState | null {
  if (row.deliveredOn !== null || row.receivedBy !== '') return 'DELIVERED';
  if (row.issuedOn !== null || row.certificateNumber !== '') return 'ISSUED';
  if (row.acceptedOn !== null || row.registryNumber !== '') return 'ACCEPTED';
  if (row.submittedOn !== null) return 'SUBMITTED';
  return row.taxPaidOn !== null || row.taxAmount !== null ? 'TAX_PAID' : null;
}
