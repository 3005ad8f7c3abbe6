/**
 * Room ledger: finds the header of a bank's statement and what its columns hold, by the names that banks use in
 * English and Chinese. Whatever stands above the header is passed over. Touches nothing.
 */
import { shortened, unwrapped } from './column-convention.ts';

export type BankColumn =
  | 'bookedOn'
  | 'valueOn'
  | 'amount'
  | 'credit'
  | 'debit'
  | 'direction'
  | 'currency'
  | 'payer'
  | 'payerAccount'
  | 'creditedAccount'
  | 'entryNumber'
  | 'reference'
  | 'text'
  | 'balance';

/** Where the columns stand; of several with the same meaning the one with the more telling name comes first. */
export type BankColumns = {
  headerRows: number;
  headers: readonly string[];
  indexes: ReadonlyMap<BankColumn, readonly number[]>;
};

/**
 * Without blanks, punctuation and what stands in brackets; traditional characters as simplified ones. The bank
 * counts from its side: a credit is money in.
 */
const NAMES: Readonly<Record<BankColumn, string>> = {
  bookedOn: `交易日期 交易日 日期 入账日期 入账日 记账日期 记账日 账务日期 交易日期时间 交易时间 入账时间 交易时间戳
    transactiondate transdate txndate trandate date bookingdate bookeddate bookedon bookdate postingdate
    postdate posteddate dateposted entrydate completeddate transactiontime`,
  valueOn: '起息日期 起息日 计息日 生效日期 valuedate valueon valuedt effectivedate',
  amount: `交易金额 金额 发生额 交易额 发生金额 amount transactionamount tradeamount txnamount amt`,
  credit: `贷方发生额 贷方金额 贷方 收入金额 收入 存入金额 存入 存款 转入金额 转入 收方金额 收款金额 入账金额 到账金额
    贷方发生额元收入 交易金额收入 credit creditamount credits deposit deposits paidin moneyin amountcredited
    receipts depositamt depositamount cr`,
  debit: `借方发生额 借方金额 借方 支出金额 支出 支取金额 支取 提款 转出金额 转出 付方金额 付款金额 借方发生额元支取
    交易金额支出 debit debitamount debits withdrawal withdrawals paidout moneyout amountdebited payments
    withdrawalamt withdrawalamount dr`,
  direction: `借贷标志 借贷标识 借贷方向 借贷 收付标志 收付方向 收付 收支标志 收支方向 收支类型 收支 交易方向 资金流向
    direction debitcredit creditdebit drcr crdr dc debitcreditindicator creditdebitindicator`,
  currency:
    '币种 币别 货币 交易币种 交易货币 币种名称 currency ccy tradecurrency transactioncurrency currencycode',
  payer: `对方户名 对方账户名称 对方账户名 对方名称 对方单位名称 对方单位 付款人名称 付款人户名 付款人 付款方名称 付款方户名
    付款方 付款户名 收付方名称 交易对手名称 交易对手户名 交易对手 交易对方 对手户名 汇款人名称 汇款人 payername payer
    payersname remittername remitter sendername sender debtorname debtor orderingcustomer orderingparty
    counterpartyname counterparty payerpayee payeepayer receivedfrom`,
  payerAccount: `对方账号 对方账户 付款人账号 付款方账号 付款账号 收付方账号 交易对手账号 对手账号 汇款人账号 转出入账号
    payeraccount payeraccountno payeriban counterpartyaccount counterpartyaccountnumber counterpartyiban
    remitteraccount senderaccount senderiban debtoraccount debtoriban debitaccountno`,
  creditedAccount: `虚拟账号 虚拟账户 虚拟子账号 虚账号 虚账户 子账号 子账户 销账编号 销账号 收款人账号 收款方账号 收款账号
    virtualaccount virtualaccountno virtualaccountnumber vano beneficiaryaccount creditedaccount creditaccount
    subaccount`,
  // What the bank counts its entries with; a reference may as well be the payer's, the same every month.
  entryNumber: `交易流水号 流水号 账户明细编号交易流水号 核心流水号 银行流水号 业务流水号 交易流水 交易编号 transactionid
    txnid transactionnumber transactionno fitid bankreference bankref entryreference utr utrno utrnumber`,
  reference: `交易参考号 业务参考号 参考号 transactionreferencenumber transactionreference referencenumber referenceno
    refno reference ref paymentreference customerreference endtoendid chqrefno chqrefnumber`,
  text: `摘要 用途 附言 备注 说明 摘要说明 交易附言 交易摘要 交易用途 交易说明 转账附言 业务摘要 其它摘要 其他摘要 交易备注
    memo description text purpose details narrative narration particulars remark remarks message note notes
    transactiondescription transactiondetails paymentdetails remittanceinformation`,
  balance: `余额 账户余额 交易后余额 本次余额 当前余额 账面余额 可用余额 balance runningbalance accountbalance
    closingbalance currentbalance availablebalance`,
};

const COLUMN_BY_NAME: ReadonlyMap<string, { column: BankColumn; rank: number }> = new Map(
  (Object.keys(NAMES) as BankColumn[]).flatMap((column) =>
    NAMES[column].split(/\s+/).map((name, rank) => [name, { column, rank }] as const),
  ),
);

const TRADITIONAL = '帳帐賬號戶額餘貸幣種別備註說對匯虛擬銷編轉發數貨參業務標誌識時間單記後當訊項';
const SIMPLIFIED = '账账账号户额余贷币种别备注说对汇虚拟销编转发数货参业务标志识时间单记后当讯项';
const SIMPLIFIED_BY_TRADITIONAL = new Map([...TRADITIONAL].map((one, index) => [one, SIMPLIFIED[index]]));

function headerName(cell: string): string {
  const text = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
  return [...text].map((one) => SIMPLIFIED_BY_TRADITIONAL.get(one) ?? one).join('');
}

/** Longer cells are no headers, and too slow to look through for brackets. */
const LONGEST_NAME = 100;
const IN_BRACKETS = /[([{【〔].*?[)\]}】〕]/g;

/** "交易金额[ Trade Amount ]", "贷方 Credit", "Amount (EUR)": the whole says it, or what is left of it. */
function columnOf(cell: string) {
  if (cell.length > LONGEST_NAME) return undefined;
  const outside = headerName(cell.normalize('NFKC').replace(IN_BRACKETS, ''));
  const names = [headerName(cell), outside, outside.replace(/[^\p{Script=Han}]/gu, '')];
  const latin = outside.replace(/\p{Script=Han}/gu, '');
  return [...names, latin].map((name) => COLUMN_BY_NAME.get(name)).find((found) => found !== undefined);
}

const ROWS_LOOKED_AT = 30;

export type MissingColumn = 'DATE' | 'AMOUNT';

/** The header among the first rows that names most columns, a date and an amount among them. */
export function findBankColumns(
  rows: readonly (readonly string[])[],
): { columns: BankColumns; first: number } | { missing: MissingColumn[] } {
  let best: { columns: BankColumns; first: number } | null = null;
  let fewest: MissingColumn[] = ['DATE', 'AMOUNT'];
  for (const [first, cells] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const columns = headerOf(cells, rows[first + 1] ?? []);
    const missing = missingOf(columns);
    if (missing.length < fewest.length) fewest = missing;
    const isBetter = best === null || columns.indexes.size > best.columns.indexes.size;
    if (missing.length === 0 && isBetter) best = { columns, first };
  }
  return best ?? { missing: fewest };
}

/**
 * A header may take two rows: 日期 and 金额, and below 金额 the names 借方 and 贷方. Read as one row, what went
 * out would count as money in; the lower row is told from data by holding nothing but names.
 */
function headerOf(headers: readonly string[], below: readonly string[]): BankColumns {
  const indexes = indexesOf(headers);
  const lower = indexesOf(below);
  const names = below.filter((cell) => cell !== '');
  const isHalf = names.length > 0 && names.every((cell) => columnOf(cell) !== undefined) && !hasDate(lower);
  if (!isHalf || !hasDate(indexes)) return { headerRows: 1, headers, indexes };
  const width = Math.max(headers.length, below.length);
  const merged = Array.from({ length: width }, (_, index) => below[index] || (headers[index] ?? ''));
  return { headerRows: 2, headers: merged, indexes: indexesOf(merged) };
}

function indexesOf(headers: readonly string[]): Map<BankColumn, number[]> {
  const found = headers.map((header, index) => ({ index, ...columnOf(header) }));
  const indexes = new Map<BankColumn, number[]>();
  for (const { index, column } of found.sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))) {
    if (column !== undefined) indexes.set(column, [...(indexes.get(column) ?? []), index]);
  }
  return indexes;
}

const hasDate = (indexes: BankColumns['indexes']): boolean =>
  indexes.has('bookedOn') || indexes.has('valueOn');

function missingOf({ indexes }: BankColumns): MissingColumn[] {
  const missing: MissingColumn[] = [];
  if (!hasDate(indexes)) missing.push('DATE');
  if (!indexes.has('amount') && !indexes.has('credit')) missing.push('AMOUNT');
  return missing;
}

const MOST_TEXT = 500;

/** A row's cells by what they mean; a column that the file lacks is blank. */
export type BankCells = {
  /** The texts of all columns of that meaning, the most telling one first. */
  texts: (cells: readonly string[], column: BankColumn) => string[];
  text: (cells: readonly string[], column: BankColumn) => string;
  has: (column: BankColumn) => boolean;
  header: (column: BankColumn) => string;
};

export function bankCells({ headers, indexes }: BankColumns): BankCells {
  const indexesFor = (column: BankColumn): readonly number[] => indexes.get(column) ?? [];
  const texts: BankCells['texts'] = (cells, column) =>
    indexesFor(column).map((index) => shortened(unwrapped(cells[index] ?? ''), MOST_TEXT));
  return {
    texts,
    text: (cells, column) => texts(cells, column)[0] ?? '',
    has: (column) => indexes.has(column),
    header: (column) => headers[indexesFor(column)[0] ?? -1] ?? '',
  };
}
