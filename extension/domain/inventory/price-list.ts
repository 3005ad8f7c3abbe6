/**
 * Reads a price list (一房一价表) against the units of a project and says what is wrong with each row (H2.2).
 * A row with a problem has no price; a list with one is not imported.
 */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  decimalOf,
  formatDecimal,
  unitsAt,
} from '#domain/shared/decimal.ts';
import {
  compare,
  divide,
  formatMoney,
  isPositive,
  type Money,
  minorDigits,
  money,
} from '#domain/shared/money.ts';
import { amountAsDecimal, type DecimalMark, readAmount, readNumber } from './price-list-cells.ts';
import {
  findHeader,
  isNoUnit,
  type ListRow,
  type PriceColumn,
  type PriceColumns,
} from './price-list-columns.ts';
import type { PriceProblem, PriceProblemCode } from './price-list-problems.ts';
import { type PricedUnit, unitIndex } from './price-list-units.ts';

/** What totals were rounded to when the list was made: cents, or whole units of the currency and more. */
export type ListRounding = '0.01' | '1' | '10' | '100' | '1000';

export type PriceListTerms = {
  project: { name: string; code: string; currency: string };
  rounding: ListRounding;
  decimalMark: DecimalMark;
};

export type PriceRow = {
  row: number;
  unit: PricedUnit;
  unitPrice: Money | null;
  listPrice: Money;
  /** Null where the list says nothing: then the unit keeps what it has. */
  floorPrice: Money | null;
  filedPrice: Money | null;
  /** In m²; of the list, or else of the unit. */
  area: Decimal | null;
  remark: string;
};

export type ReadPriceList = {
  rows: PriceRow[];
  problems: PriceProblem[];
  ignored: string[];
  skipped: number;
};

type Line = { row: number; text(name: PriceColumn): string; heading(name: PriceColumn): string };

/** Null when no row names the columns unit and price. */
export function readPriceList(
  rows: readonly ListRow[],
  units: readonly PricedUnit[],
  terms: PriceListTerms,
): ReadPriceList | null {
  const header = findHeader(rows);
  if (header === null) return null;
  const { index, columns, ignored } = header;
  const headings = rows[index]?.cells ?? [];
  const known = unitIndex(units);
  const firstRowOf = new Map<string, number>();
  const found: PriceRow[] = [];
  const problems: PriceProblem[] = [];
  let skipped = index;
  const merged = { project: '', building: '' };
  for (const { line, cells } of rows.slice(index + 1)) {
    if (isNoUnit(cells, headings, columns)) {
      skipped++;
      continue;
    }
    const reader = lineReader(line, cells, columns, merged);
    const unit = unitOf(reader, known, terms, firstRowOf);
    const read = unit.problem === undefined ? pricesOf(reader, unit.unit, terms, columns) : [unit.problem];
    if (Array.isArray(read)) problems.push(...read);
    else found.push(read);
  }
  return { rows: found, problems, ignored, skipped };
}

/** Cells that were merged downwards hold their text in the first row alone. */
function lineReader(
  row: number,
  cells: readonly string[],
  columns: PriceColumns,
  merged: { project: string; building: string },
): Line {
  const cell = (name: PriceColumn) => (cells[columns[name]?.at ?? -1] ?? '').trim();
  merged.project = cell('project') || merged.project;
  merged.building = cell('building') || merged.building;
  return {
    row,
    text: (name) => (name === 'project' || name === 'building' ? merged[name] : cell(name)),
    heading: (name) => columns[name]?.heading ?? '',
  };
}

function problem(
  line: Line,
  column: PriceColumn,
  code: PriceProblemCode,
  facts: Record<string, string> = {},
): PriceProblem {
  return { row: line.row, column: line.heading(column), code, facts };
}

type FoundUnit = { unit: PricedUnit; problem?: undefined } | { problem: PriceProblem };

function unitOf(
  line: Line,
  known: ReturnType<typeof unitIndex>,
  { project }: PriceListTerms,
  firstRowOf: Map<string, number>,
): FoundUnit {
  const [given, building, number] = [line.text('project'), line.text('building'), line.text('unit')];
  const same = (text: string) =>
    text.normalize('NFKC').toLowerCase() === given.normalize('NFKC').toLowerCase();
  if (given !== '' && ![project.name, project.code].some(same))
    return { problem: problem(line, 'project', 'OTHER_PROJECT', { given, project: project.name }) };
  if (number === '') return { problem: problem(line, 'unit', 'NO_UNIT') };
  const called = [building, number].filter((one) => one !== '').join(' ');
  const found = known.find(building, number);
  const [unit] = found;
  if (unit === undefined) return { problem: problem(line, 'unit', 'UNIT_UNKNOWN', { unit: called }) };
  if (found.length > 1)
    return {
      problem: problem(line, 'unit', 'UNIT_AMBIGUOUS', { unit: called, count: String(found.length) }),
    };
  const other = firstRowOf.get(unit.id);
  if (other !== undefined)
    return { problem: problem(line, 'unit', 'UNIT_TWICE', { unit: unit.name, other: String(other) }) };
  firstRowOf.set(unit.id, line.row);
  return { unit };
}

function pricesOf(
  line: Line,
  unit: PricedUnit,
  terms: PriceListTerms,
  columns: PriceColumns,
): PriceRow | PriceProblem[] {
  const problems: PriceProblem[] = [];
  const { currency } = terms.project;
  const given = line.text('currency').toUpperCase();
  if (given !== '' && given !== currency)
    problems.push(problem(line, 'currency', 'CURRENCY_WRONG', { given, expected: currency }));
  const areas = readAreas(line, unit, terms, problems);
  const amount = (name: PriceColumn): Money | null => {
    const value = line.text(name);
    if (value === '') return null;
    const isInTenThousands = columns[name]?.isInTenThousands ?? false;
    const read = readAmount(value, { currency, mark: terms.decimalMark, isInTenThousands });
    if (typeof read !== 'string') return read;
    problems.push(problem(line, name, read, { value, currency }));
    return null;
  };
  const [total, floorPrice, filedPrice] = [amount('totalPrice'), amount('floorPrice'), amount('filedPrice')];
  const rate = rateOf(line, terms, columns, areas, problems);
  if (problems.length > 0) return problems;
  const listPrice = total ?? (rate === null ? null : rounded(product(rate), currency, terms.rounding));
  if (listPrice === null || !isPositive(listPrice)) return [problem(line, 'totalPrice', 'NO_PRICE')];
  if (total !== null && rate !== null && !addsUp(total, rate, terms.rounding)) {
    const expected = formatMoney(rounded(product(rate), currency, terms.rounding));
    const facts = { expected, total: formatMoney(total) };
    problems.push(problem(line, 'totalPrice', 'TOTAL_WRONG', facts));
  }
  problems.push(...limitProblems(line, { listPrice, floorPrice, filedPrice }, unit));
  if (problems.length > 0) return problems;
  const area = areas.gross ?? areas.inner;
  // D1: the list fixes the total, and the price per m² is what it comes to.
  const unitPrice = area === null || area.units === 0n ? null : perSquareMetre(listPrice, area);
  return {
    row: line.row,
    unit,
    unitPrice,
    listPrice,
    floorPrice,
    filedPrice,
    area,
    remark: line.text('remark'),
  };
}

const CENT_OF_SQUARE_METRE = decimal(1n, 2);

type Areas = { gross: Decimal | null; inner: Decimal | null };

/** H2.2: gross = inner + shared within 0.01; and what the list says is what the unit has. */
function readAreas(line: Line, unit: PricedUnit, terms: PriceListTerms, problems: PriceProblem[]): Areas {
  const [gross, inner, shared] = (['grossArea', 'innerArea', 'sharedArea'] as const).map((name) => {
    const value = line.text(name);
    const read = value === '' ? null : readNumber(value, terms.decimalMark);
    if (value !== '' && read === null) problems.push(problem(line, name, 'NOT_A_NUMBER', { value }));
    return read;
  }) as [Decimal | null, Decimal | null, Decimal | null];
  if (gross !== null && inner !== null && shared !== null) {
    const sum = addDecimals([inner, shared]);
    if (isFurther(gross, sum, CENT_OF_SQUARE_METRE))
      problems.push(
        problem(line, 'grossArea', 'AREAS_WRONG', {
          sum: formatDecimal(sum, 2),
          gross: formatDecimal(gross, 2),
        }),
      );
  }
  const compared = [
    ['grossArea', gross, unit.areaSquareMetres],
    ['innerArea', inner, unit.innerAreaSquareMetres],
  ] as const;
  for (const [name, here, stored] of compared) {
    if (here === null || stored === null) continue;
    const known = decimalOf(stored);
    if (isFurther(here, known, CENT_OF_SQUARE_METRE)) {
      const facts = { given: formatDecimal(here, 2), known: formatDecimal(known, 2) };
      problems.push(problem(line, name, 'AREA_DIFFERS', facts));
    }
  }
  return {
    gross: gross ?? storedArea(unit.areaSquareMetres),
    inner: inner ?? storedArea(unit.innerAreaSquareMetres),
  };
}

function storedArea(area: number | null): Decimal | null {
  return area === null ? null : decimalOf(area);
}

type Rate = { price: Decimal; area: Decimal };

/** The price per m² with the area that it is of: gross, or inner where the list says so. */
function rateOf(
  line: Line,
  terms: PriceListTerms,
  columns: PriceColumns,
  areas: Areas,
  problems: PriceProblem[],
): Rate | null {
  for (const [name, area] of [
    ['unitPrice', areas.gross],
    ['innerUnitPrice', areas.inner],
  ] as const) {
    const value = line.text(name);
    if (value === '') continue;
    const read = readNumber(value, terms.decimalMark);
    if (read === null) {
      problems.push(problem(line, name, 'NOT_A_NUMBER', { value }));
      return null;
    }
    const price = columns[name]?.isInTenThousands ? decimal(read.units * 10_000n, read.places) : read;
    if (area !== null) return { price, area };
  }
  return null;
}

function product({ price, area }: Rate): Decimal {
  return decimal(price.units * area.units, price.places + area.places);
}

/**
 * Within 0.01 or the declared rounding; or the price per m² is what the total comes to, rounded to the
 * cent (D1: where the list fixes the total, the total wins).
 */
function addsUp(total: Money, rate: Rate, rounding: ListRounding): boolean {
  const tolerance = rounding === '0.01' ? decimal(1n, 2) : decimal(BigInt(rounding));
  if (!isFurther(product(rate), amountAsDecimal(total), tolerance)) return true;
  const shown = unitsAt(rate.price, minorDigits(total.currency));
  return shown !== null && rate.area.units > 0n && perSquareMetre(total, rate.area).minor === shown;
}

export function perSquareMetre(total: Money, area: Decimal): Money {
  return money(divide(total.minor * 10n ** BigInt(area.places), area.units, 'HALF_UP'), total.currency);
}

function rounded(amount: Decimal, currency: string, rounding: ListRounding): Money {
  const digits = minorDigits(currency);
  const step = rounding === '0.01' ? 1n : BigInt(rounding) * 10n ** BigInt(digits);
  const steps = divide(amount.units * 10n ** BigInt(digits), 10n ** BigInt(amount.places) * step, 'HALF_UP');
  return money(steps * step, currency);
}

function isFurther(left: Decimal, right: Decimal, tolerance: Decimal): boolean {
  const apart = addDecimals([left, { ...right, units: -right.units }]);
  const absolute = apart.units < 0n ? { ...apart, units: -apart.units } : apart;
  return compareDecimals(absolute, tolerance) > 0;
}

/** H2.2, D6: not below the floor price and not above the filed one; without one in the list, the unit's. */
function limitProblems(
  line: Line,
  {
    listPrice,
    floorPrice,
    filedPrice,
  }: { listPrice: Money; floorPrice: Money | null; filedPrice: Money | null },
  unit: PricedUnit,
): PriceProblem[] {
  const inCurrency = (amount: Money | null) => (amount?.currency === listPrice.currency ? amount : null);
  const [floor, filed] = [
    floorPrice ?? inCurrency(unit.floorPrice),
    filedPrice ?? inCurrency(unit.filedPrice),
  ];
  const total = formatMoney(listPrice);
  const problems: PriceProblem[] = [];
  if (floor !== null && compare(listPrice, floor) < 0)
    problems.push(problem(line, 'floorPrice', 'BELOW_FLOOR', { total, floor: formatMoney(floor) }));
  if (filed !== null && compare(listPrice, filed) > 0)
    problems.push(problem(line, 'filedPrice', 'ABOVE_FILED', { total, filed: formatMoney(filed) }));
  return problems;
}
