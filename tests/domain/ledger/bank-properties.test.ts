/** What holds for any statement: keys are unique and stable, and nothing depends on the order of the rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchStatement, type PayableContract } from '#domain/ledger/bank-match.ts';
import { readStatement } from '#domain/ledger/bank-statement.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { statementOf, tableOf } from './bank-rows.ts';

const HEADER = 'Date|Amount|Payer|Transaction ID|Text';

/** Few values, so that equal rows, equal numbers and equal amounts are common. */
const anyRow = fc
  .tuple(
    fc.constantFrom('2025-01-30', '2025-01-31', 'Total', ''),
    fc.constantFrom('5.00', '6.50', '1,000.00', '-7.00', 'x', ''),
    fc.constantFrom('张三', 'John Smith', ''),
    fc.constantFrom('N1', 'N2', '0', ''),
    fc.constantFrom('HT-2025-0012', 'HT-2025-0013', 'HT-2025-0012 HT-2025-0013', '代张三付', ''),
  )
  .map((cells) => cells.join('|'));

const anyRows = fc.array(anyRow, { maxLength: 30 });

const permutation = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const contract = (number: string, buyerNames: string[], open: string): PayableContract => ({
  id: number,
  number,
  buyerNames,
  currency: 'EUR',
  virtualAccount: null,
  references: [],
  unitName: '',
  installments: [{ id: `${number}/1`, label: '1', amountOpen: parseMoney(open, 'EUR'), dueOn: null }],
});

const CONTRACTS = [
  contract('HT-2025-0012', ['张三'], '5.00'),
  contract('HT-2025-0013', ['John Smith'], '6.50'),
  contract('HT-2025-0014', ['张三'], '1000.00'),
];

const read = (rows: readonly string[]) => statementOf(tableOf(HEADER, ...rows));

describe('any statement', () => {
  it('has each row once, as a line, as ignored or as a problem', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { lines, ignored, problems } = read(rows);
        const all = [...lines, ...ignored, ...problems].map(({ line }) => line);
        expect(all.sort((one, other) => one - other)).toEqual(rows.map((_, index) => index + 2));
      }),
      { numRuns: 500 },
    );
  });

  it('has keys that are unique, and the same when the file comes again', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const keys = read(rows).lines.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(read(rows).lines.map(({ key }) => key)).toEqual(keys);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a file that holds more of it the same keys and more', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, more) => {
        const keys = new Set(read([...rows, ...more]).lines.map(({ key }) => key));
        expect(read(rows).lines.filter(({ key }) => !keys.has(key))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same matches in any order of its rows', () => {
    const matches = (rows: readonly string[]) =>
      matchStatement(read(rows), CONTRACTS, new Map())
        .map(({ key, outcome }) => JSON.stringify([key, outcome]))
        .sort();
    fc.assert(
      fc.property(
        anyRows.chain((rows) => fc.tuple(fc.constant(rows), permutation(rows))),
        ([rows, shuffled]) => {
          // Rows with the bank's number alone as their key may differ in their text; those keep their order.
          const sound = rows.filter((row) => !/\|N\d\|/.test(row));
          const moved = shuffled.filter((row) => !/\|N\d\|/.test(row));
          expect(matches(moved)).toEqual(matches(sound));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is booked once: what its own matches gave a receipt is already booked the next time', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const statement = read(rows);
        const booked = new Map(statement.lines.map(({ key, line }) => [key, `R${line}`]));
        const kinds = matchStatement(statement, CONTRACTS, booked).map(({ outcome }) => outcome.kind);
        expect(kinds.filter((kind) => kind !== 'ALREADY_BOOKED' && kind !== 'IGNORED')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('of any cells is read or refused, and never throws', () => {
    const anyCell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'Date',
        'Amount',
        '日期',
        '贷方',
        '借贷',
        '币种',
        '2025-01-31',
        '1,234',
        '=1+1',
        '¥5',
        '-',
        '__proto__',
      ),
    );
    const anyTable = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(anyTable, fc.constantFrom('EUR', 'JPY', 'KWD'), (table, currency) => {
        const rows = table.map((cells, index) => ({ line: index + 1, cells }));
        const reading = readStatement(rows, { id: 'A', currency });
        if ('problem' in reading) return;
        const { lines } = reading.statement;
        expect(lines.every(({ amount }) => amount.minor > 0n)).toBe(true);
        matchStatement(reading.statement, CONTRACTS, new Map());
      }),
      { numRuns: 10_000 },
    );
  });
});
