import { describe, expect, it } from 'vitest';
import { findBankColumns } from '#domain/ledger/bank-columns.ts';

const row = (text: string): string[] => text.split('|').map((cell) => cell.trim());

/** What each cell of the header was taken for. */
function meanings(...rows: string[]): { first: number; headerRows: number; columns: string[] } | string[] {
  const found = findBankColumns(rows.map(row));
  if ('missing' in found) return found.missing;
  const { headers, headerRows, indexes } = found.columns;
  const columns = headers.map((_, index) => {
    const [meaning, places] = [...indexes].find(([, all]) => all.includes(index)) ?? [];
    return meaning === undefined ? '' : `${meaning}${places?.[0] === index ? '' : ' too'}`;
  });
  return { first: found.first, headerRows, columns };
}

describe('the header of a bank is understood', () => {
  it.each([
    [
      '建设银行',
      '交易时间 | 借方发生额（支取） | 贷方发生额（收入） | 余额 | 币种 | 对方户名 | 对方账号 | 记账日期 | 摘要 | 备注 | 账户明细编号-交易流水号',
      'bookedOn too | debit | credit | balance | currency | payer | payerAccount | bookedOn | text | text too | entryNumber',
    ],
    [
      '中国银行',
      "交易类型[ Transaction Type ] | 付款人账号[ Debit Account No. ] | 付款人名称[ Payer's Name ] | 收款人账号[ Payee's Account Number ] | 交易日期[ Transaction Date ] | 交易货币[ Trade Currency ] | 交易金额[ Trade Amount ] | 交易后余额[ After-transaction balance ] | 起息日期[ Value Date ] | 交易流水号[ Transaction reference number ] | 用途[ Purpose ] | 交易附言[ Remark ]",
      '| payerAccount | payer | creditedAccount | bookedOn | currency | amount | balance | valueOn | entryNumber | text | text too',
    ],
    [
      '招商银行',
      '交易日 | 交易时间 | 起息日 | 借方金额 | 贷方金额 | 余额 | 摘要 | 流水号 | 用途 | 业务参考号 | 收/付方名称 | 收/付方账号',
      'bookedOn | bookedOn too | valueOn | debit | credit | balance | text | entryNumber | text too | reference | payer | payerAccount',
    ],
    [
      '工商银行',
      '凭证号 | 本方账号 | 对方账号 | 交易时间 | 借/贷 | 发生额 | 对方单位名称 | 摘要',
      '| | payerAccount | bookedOn | direction | amount | payer | text',
    ],
    [
      '臺灣銀行',
      '交易日期 | 帳務日期 | 支出 | 存入 | 餘額 | 摘要 | 備註 | 轉出入帳號 | 銷帳編號',
      'bookedOn | bookedOn too | debit | credit | balance | text | text too | payerAccount | creditedAccount',
    ],
    [
      'Chase',
      'Details | Posting Date | Description | Amount | Type | Balance | Check or Slip #',
      'text too | bookedOn | text | amount | | balance |',
    ],
    [
      'HDFC',
      'Date | Narration | Chq./Ref.No. | Value Dt | Withdrawal Amt. | Deposit Amt. | Closing Balance',
      'bookedOn | text | reference | valueOn | debit | credit | balance',
    ],
    [
      'a British bank',
      'Transaction Date | Transaction Description | Debit Amount (GBP) | Credit Amount (GBP) | Balance',
      'bookedOn | text | debit | credit | balance',
    ],
    [
      'two languages in one cell',
      '交易日期 Date | 贷方 Credit | 借方 Debit | 对方户名 Counterparty',
      'bookedOn | credit | debit | payer',
    ],
  ])('%s', (_, header, columns) => {
    expect(meanings(header)).toEqual({ first: 0, headerRows: 1, columns: row(columns) });
  });
});

describe('the row of the header is found', () => {
  it('below what stands above it', () => {
    expect(
      meanings('Statement', 'Date | 01/2025', '', 'Date | Amount | Text', '2025-01-31 | 1 | x'),
    ).toMatchObject({
      first: 3,
      columns: ['bookedOn', 'amount', 'text'],
    });
  });

  it('as the one that names most', () => {
    expect(meanings('Date | Amount', '2025-01-31 | 5', 'Date | Amount | Payer')).toMatchObject({ first: 2 });
  });

  it.each(['发生金额', '本期发生'])('over two rows, 借方 and 贷方 below %s', (name) => {
    const header = [`交易日期 | ${name} | | 对方户名`, ' | 借方 | 贷方 | '];
    expect(meanings(...header, '2025-01-31 | | 5 | 张三')).toEqual({
      first: 0,
      headerRows: 2,
      columns: ['bookedOn', 'debit', 'credit', 'payer'],
    });
  });

  it('within the first thirty rows only', () => {
    const filler = Array.from({ length: 30 }, () => 'x');
    expect(meanings(...filler.slice(1), 'Date | Amount')).toMatchObject({ first: 29 });
    expect(meanings(...filler, 'Date | Amount')).toEqual(['DATE', 'AMOUNT']);
  });

  it.each([
    ['Date | Text', ['AMOUNT']],
    ['Amount | Text', ['DATE']],
    ['Date | Debit', ['AMOUNT']],
    ['', ['DATE', 'AMOUNT']],
  ])('and without one it is said what is missing: %s', (header, missing) => {
    expect(meanings(header)).toEqual(missing);
  });
});
