import { describe, expect, it } from 'vitest';
import { readStatement } from '#domain/ledger/bank-statement.ts';
import { moneyIn, statementOf, statementOfFile, tableOf } from './bank-rows.ts';

describe('files of banks', () => {
  it('of China: GBK, a head above the header, full-width text, totals below', () => {
    const statement = statementOfFile('china.csv', 'CNY');
    expect(moneyIn(statement)).toEqual([
      '6: 2025-01-03 50000.00 CNY',
      '8: 2025-01-08 300000.00 CNY',
      '9: 2025-01-08 300000.00 CNY',
      '10: 2025-01-31 8888.88 CNY',
    ]);
    expect(statement.lines[0]).toMatchObject({
      payer: '张三',
      payerAccount: '6217001210012345678',
      entryNumber: '20250103-1001',
      text: '转账 购房定金ＨＴ２０２５－００１２',
      balance: { minor: 105_000_000n, currency: 'CNY' },
    });
    expect(statement.ignored).toEqual([
      { line: 7, why: { code: 'MONEY_OUT', amount: '1200.00' } },
      { line: 11, why: { code: 'TOTAL' } },
    ]);
    expect(statement.problems).toEqual([]);
  });

  it('of China as a workbook: dates and numbers as Excel stores them', () => {
    const statement = statementOfFile('china.xlsx', 'CNY');
    expect(moneyIn(statement)).toEqual(['5: 2025-01-03 50000.00 CNY', '7: 2025-01-31 1234.56 CNY']);
    expect(statement.lines[1]).toMatchObject({ valueOn: '2025-02-01', entryNumber: '00000450' });
  });

  it('of Taiwan: Big5, years of the Republic, the virtual account that was paid to', () => {
    const statement = statementOfFile('taiwan.csv', 'TWD');
    expect(moneyIn(statement)).toEqual(['3: 2025-01-03 500000.00 TWD', '5: 2025-01-31 1250000.00 TWD']);
    expect(statement.lines[0]).toMatchObject({ creditedAccount: '99125000120034' });
  });

  it('of Europe: semicolons, decimal commas, days first', () => {
    const statement = statementOfFile('europe.csv', 'EUR');
    expect(moneyIn(statement)).toEqual([
      '5: 2025-01-02 25000.00 EUR',
      '7: 2025-01-15 1234.56 EUR',
      '8: 2025-01-31 999.99 EUR',
    ]);
    expect(statement.lines[0]).toMatchObject({ payer: 'Jürgen Müller', valueOn: '2025-01-03' });
    expect(statement.ignored).toEqual([{ line: 6, why: { code: 'MONEY_OUT', amount: '431.20' } }]);
  });

  it('of the USA: commas in quotes, months first, one column of signed amounts', () => {
    expect(moneyIn(statementOfFile('us.csv', 'USD'))).toEqual([
      '2: 2025-01-03 25000.00 USD',
      '4: 2025-01-15 1234.56 USD',
      '5: 2025-01-31 10500.00 USD',
    ]);
  });
});

describe('money in is told from money out', () => {
  it.each([
    ['by two columns', 'Date|Credit|Debit', ['2025-01-01|5.00|', '2025-01-02||6.00', '2025-01-03|0.00|7.00']],
    ['by a minus', 'Date|Amount', ['2025-01-01|5.00', '2025-01-02|-6.00', '2025-01-03|(7.00)']],
    ['by DR', 'Date|Amount', ['2025-01-01|5.00 CR', '2025-01-02|6.00 DR', '2025-01-03|7.00DR']],
    [
      'by a column that is named for it',
      '日期|借贷标志|金额',
      ['20250101|贷|5.00', '20250102|借|6.00', '20250103|借|7.00'],
    ],
    [
      'by a column that says so',
      'Date|Kind|Amount',
      ['2025-01-01|Credit|5.00', '2025-01-02|Debit|6.00', '2025-01-03|DEBIT|7.00'],
    ],
    [
      'by a minus in the column of credits',
      'Date|Credit',
      ['2025-01-01|5.00', '2025-01-02|-6.00', '2025-01-03|-7.00'],
    ],
    [
      'by debits that bear a minus',
      'Date|Credit|Debit',
      ['2025-01-01|5.00|', '2025-01-02||-6.00', '2025-01-03||-7.00'],
    ],
  ])('%s', (_, header, rows) => {
    const { lines, ignored, problems } = statementOf(tableOf(header, ...rows));
    expect(lines.map(({ amount }) => amount.minor)).toEqual([500n]);
    expect(ignored.map(({ why }) => why)).toEqual([
      { code: 'MONEY_OUT', amount: '6.00' },
      { code: 'MONEY_OUT', amount: '7.00' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a row that moves nothing', '2025-01-01|0.00|-', 'NO_MONEY'],
    ['a balance', '2025-01-01|||100.00', 'NO_MONEY'],
    ['a remark below', 'End of statement||', 'NO_MONEY'],
    ['a total', 'Total|500.00|', 'TOTAL'],
    ['a Chinese total', '本页合计|500.00|', 'TOTAL'],
    ['a total whose date is blank', '|500.00||Grand total', 'TOTAL'],
    ['a total of words', '总计|共 5 笔|', 'TOTAL'],
    ['the header of the next page', 'Date|Credit|Debit|Balance', 'HEADER'],
  ])('%s is ignored', (_, row, code) => {
    const statement = statementOf(tableOf('Date|Credit|Debit|Balance', row));
    expect(statement).toEqual({ lines: [], ignored: [{ line: 2, why: { code } }], problems: [] });
  });
});

describe('a row that cannot be read is a problem and leaves the others alone', () => {
  const header = 'Date|Value date|Amount|Currency|Text';
  const sound = '2025-01-31||1,234.56|EUR|sound';
  it.each([
    ['2025-02-30||1.00|EUR|', 'DATE_UNREADABLE', 'Date', '2025-02-30'],
    ['||1.00|EUR|', 'DATE_MISSING', 'Date', ''],
    ['01/02/2025||1.00|EUR|', 'DATE_AMBIGUOUS', 'Date', '01/02/2025'],
    ['2025-01-31|soon|1.00|EUR|', 'DATE_UNREADABLE', 'Value date', 'soon'],
    ['2025-01-31||one|EUR|', 'AMOUNT_UNREADABLE', 'Amount', 'one'],
    ['2025-01-31||1.005|EUR|', 'AMOUNT_TOO_PRECISE', 'Amount', '1.005'],
    ['2025-01-31||1.00|euros|', 'CURRENCY_UNKNOWN', 'Currency', 'euros'],
    ['2025-01-31||$1.00|01|', 'CURRENCY_UNKNOWN', 'Currency', '01'],
    ['2025-01-31||£1.00|EUR|', 'CURRENCY_CONTRADICTS', 'Amount', '£1.00'],
    ['2025-01-31||1.00|EUR|a, |b', 'TOO_MANY_CELLS', '', 'b'],
  ])('%s', (row, code, column, value) => {
    const { lines, problems } = statementOf(tableOf(header, row, sound));
    expect(problems).toEqual([{ line: 2, code, column, value }]);
    expect(lines.map(({ text }) => text)).toEqual(['sound']);
  });

  it('an amount that can be thousands or thousandths is one, until the account says which', () => {
    const rows = tableOf('Date|Amount', '2025-01-31|1,234');
    expect(statementOf(rows).problems).toMatchObject([{ code: 'AMOUNT_AMBIGUOUS', value: '1,234' }]);
    expect(moneyIn(statementOf(rows, { decimalMark: '.' }))).toEqual(['2: 2025-01-31 1234.00 EUR']);
    expect(moneyIn(statementOf(rows, { currency: 'JPY' }))).toEqual(['2: 2025-01-31 1234 JPY']);
  });

  it('a date that can be of two months is one, until the account says which', () => {
    const rows = tableOf('Date|Amount', '01/02/2025|5.00');
    expect(statementOf(rows).problems).toMatchObject([{ code: 'DATE_AMBIGUOUS', value: '01/02/2025' }]);
    expect(moneyIn(statementOf(rows, { dateOrder: 'DMY' }))).toEqual(['2: 2025-02-01 5.00 EUR']);
  });

  it('money in and out in one row is one', () => {
    const { problems } = statementOf(tableOf('Date|Credit|Debit', '2025-01-31|5.00|6.00'));
    expect(problems).toMatchObject([{ code: 'BOTH_IN_AND_OUT', column: 'Credit' }]);
  });

  it('a direction that is not known is one', () => {
    const { problems } = statementOf(tableOf('Date|Direction|Amount', '2025-01-31|?|5.00'));
    expect(problems).toMatchObject([{ code: 'DIRECTION_UNKNOWN', column: 'Direction', value: '?' }]);
  });

  it('without a header nothing is read', () => {
    expect(readStatement(tableOf('a|b', '1|2'), { id: 'A', currency: 'EUR' })).toEqual({
      problem: { code: 'NO_HEADER', missing: ['DATE', 'AMOUNT'] },
    });
  });
});

describe('a line', () => {
  it('is in the currency of its row, else in that of the account', () => {
    const rows = tableOf(
      'Date|Amount|Currency',
      '2025-01-31|5.00|USD',
      '2025-01-31|6.00|',
      '2025-01-31|7.00|元',
    );
    const { lines } = statementOf(rows, { currency: 'CNY' });
    expect(lines.map(({ amount }) => amount.currency)).toEqual(['USD', 'CNY', 'CNY']);
  });

  it('is booked on its value date where the file has no other, and the other way round', () => {
    const [first] = statementOf(tableOf('Value date|Amount', '2025-01-31|5.00')).lines;
    const [second] = statementOf(tableOf('Date|Amount', '2025-01-30|5.00')).lines;
    expect([first?.bookedOn, first?.valueOn]).toEqual(['2025-01-31', '2025-01-31']);
    expect([second?.bookedOn, second?.valueOn]).toEqual(['2025-01-30', '2025-01-30']);
  });

  it('keeps a formula as text', () => {
    const [line] = statementOf(tableOf('Date|Amount|Payer|Text', '2025-01-31|5.00|=cmd()|@SUM(A1)')).lines;
    expect([line?.payer, line?.text]).toEqual(['=cmd()', '@SUM(A1)']);
  });
});

describe('the key of a line', () => {
  const keys = (header: string, ...rows: string[]) =>
    statementOf(tableOf(header, ...rows)).lines.map(({ key }) => key);
  const line = '2025-01-31|5.00|ACME|rent|';

  it('is the same in another file: other rows, other columns, other formats', () => {
    const [key] = keys('Date|Amount|Payer|Text', line);
    const [, overlapping] = keys('Date|Amount|Payer|Text', '2025-01-30|5.00|ACME|rent', line);
    const [reformatted] = keys('Text|Payer|Debit|Credit|Date', 'Ｒent|acme||5,00 EUR|31.01.2025');
    expect([overlapping, reformatted]).toEqual([key, key]);
  });

  it('is the bank’s number with account, date, amount and payer, whatever the text', () => {
    const header = 'Date|Amount|Transaction ID|Text';
    const [first, second, third] = [
      keys(header, '2025-01-31|5.00|N-1|one'),
      keys(header, '2025-01-31|5.00|N-1|two'),
      keys(header, '2025-02-01|5.00|N-1|one'),
    ];
    expect(second).toEqual(first);
    // The bank starts anew every day.
    expect(third).not.toEqual(first);
  });

  it('is none of the bank’s when it only writes zeros or NOTPROVIDED', () => {
    const header = 'Date|Amount|Transaction ID|Text';
    const [one, other] = keys(header, '2025-01-31|5.00|0000|one', '2025-01-31|5.00|0000|two');
    expect(one).not.toEqual(other);
    expect([one, other].every((key) => key?.endsWith('|1'))).toBe(true);
  });

  it('keeps two equal lines of one file apart', () => {
    const [one, other] = keys('Date|Amount|Payer|Text', line, line);
    expect(other).toBe(one?.replace(/1$/, '2'));
  });

  it('differs by account', () => {
    const rows = tableOf('Date|Amount', '2025-01-31|5.00');
    const [one, other] = ['A', 'B'].map((id) => statementOf(rows, { id }).lines[0]?.key);
    expect(one).not.toBe(other);
  });
});
