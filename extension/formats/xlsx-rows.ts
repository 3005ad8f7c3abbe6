/**
 * Formats: the rows of the first visible sheet of an XLSX workbook. Merged cells hold their text in the first
 * one and are empty in the others; hidden rows are rows; all rows are as long as the longest, because an empty
 * cell is a cell. Bytes in, rows of cells out; may touch nothing else.
 */
import { cellText, MOST_COLUMNS, rowCollector, TableFault, type TableRow } from './table.ts';
import { type Calendar, type NumberFormat, numberFormats, numberText } from './xlsx-numbers.ts';
import { readXml, sheetParts } from './xlsx-parts.ts';

/** @throws TableFault when the workbook is broken or there is too much of anything. */
export function xlsxRows(bytes: Uint8Array): TableRow[] {
  const parts = sheetParts(bytes);
  const strings = sharedStrings(parts.strings);
  const formats = numberFormats(parts.styles);
  const calendar = calendarOf(parts.workbook);
  const rows = readSheet(parts.sheet, (cell) => shown(cell, strings, formats, calendar));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  }));
}

function calendarOf(workbook: string): Calendar {
  let calendar: Calendar = 1900;
  readXml(workbook, {
    open: (name, { date1904 }) => {
      if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) calendar = 1904;
    },
  });
  return calendar;
}

/** A text may come in runs of different fonts, and with how to pronounce it, which is not part of it. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [text, isText, isPhonetic] = ['', false, false];
  readXml(xml === '' ? '<none/>' : xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 't') isText = true;
      if (name === 'rPh') isPhonetic = true;
    },
    text: (part) => {
      if (isText && !isPhonetic) text += part;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
    },
  });
  return strings;
}

type Cell = { type: string; style: string; value: string };

function shown(
  { type, style, value }: Cell,
  strings: readonly string[],
  formats: readonly NumberFormat[],
  calendar: Calendar,
): string {
  if (type === 's') return unescaped(strings[Number(value)] ?? '');
  if (type === 'str' || type === 'inlineStr') return unescaped(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  // An error such as #N/A stays the text that a person sees.
  if (type === 'e' || value === '') return value;
  return numberText(value, formats[Number(style)] ?? { kind: 'NUMBER' }, calendar);
}

/** XLSX writes characters that XML cannot hold as _x000D_ (ECMA-376 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const LAST_ROW = 1_048_576;

function readSheet(xml: string, textOf: (cell: Cell) => string): TableRow[] {
  const { rows, add } = rowCollector();
  let row: TableRow = { line: 0, cells: [] };
  let cell: Cell & { column: number } = { type: 'n', style: '', value: '', column: 0 };
  let [isValue, isPhonetic] = [false, false];
  readXml(xml, {
    open: (name, { r: place = '', t: type = 'n', s: style = '' }) => {
      if (name === 'row') row = { line: rowNumber(place, row.line), cells: [] };
      if (name === 'row') cell = { ...cell, column: 0 };
      if (name === 'c') cell = { type, style, value: '', column: columnNumber(place, cell.column) };
      if (name === 'v' || name === 't') isValue = true;
      if (name === 'rPh') isPhonetic = true;
    },
    text: (part) => {
      if (isValue && !isPhonetic) cell.value += part;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c') put(row, cell.column, cellText(textOf(cell), { row: row.line, column: cell.column }));
      if (name === 'row') add(row);
    },
  });
  return rows;
}

function put({ line, cells }: TableRow, column: number, text: string): void {
  if (text === '') return;
  if (column > MOST_COLUMNS) throw new TableFault('TOO_MANY_COLUMNS', { row: line, column });
  while (cells.length < column) cells.push('');
  cells[column - 1] = text;
}

/** Writers may leave out where a row or a cell stands: it is then the next one. */
function rowNumber(place: string, previous: number): number {
  const line = place === '' ? previous + 1 : Number(place);
  if (!Number.isInteger(line) || line < 1 || line > LAST_ROW) throw new TableFault('BROKEN_WORKBOOK');
  return line;
}

function columnNumber(place: string, previous: number): number {
  const [letters] = /^[A-Z]{1,3}(?=\d)/.exec(place) ?? [];
  if (letters === undefined) return previous + 1;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
