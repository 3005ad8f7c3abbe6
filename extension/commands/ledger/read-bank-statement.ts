/**
 * Reads a file of a bank and shows whose money is in it; nothing is posted (H1). The same file again is
 * the same statement: its id is made of its bytes.
 *
 * Changes: a bank statement with its lines. Guard: the statement's id; each line's number is unique in it.
 * After a crash: the statement is there with some lines missing; reading the same file again adds them.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import {
  type BankLineState,
  type LineMatch,
  matchStatement,
  type Outcome,
  type PayableContract,
  readStatement,
  type StatementLine,
} from '#domain/ledger/index.ts';
import { formatMoney, isPositive, subtract, zero } from '#domain/shared/money.ts';
import { addDays, dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { readTable } from '#formats/read-table.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { recordId, requiredText } from '../system/input.ts';
import type { Asked, Question } from '../system/question.ts';
import { derivedId } from '../system/request-ids.ts';

const MOST_BASE64 = 14_000_000;
const AT_ONCE = 200;
/** Installments that fall due later are no candidates for a doubtful line. */
const DAYS_AHEAD = 60;

const schema = z.object({
  /** A bank statement with its file in the Files tab; or the file itself, in the next two fields. */
  bankStatementId: z.optional(recordId),
  fileName: z.optional(requiredText),
  contentBase64: z.optional(
    z.string().check(z.maxLength(MOST_BASE64, 'is larger than 10 MB'), z.minLength(4, 'is empty')),
  ),
  /** The account of the company that the statement is of; without it that of the record. */
  account: z.optional(requiredText),
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code like EUR'))),
  decimalMark: z.optional(z.enum(['.', ','], 'must be . or ,')),
  dateOrder: z.optional(z.enum(['DMY', 'MDY'], 'must be DMY or MDY')),
});

type Input = z.infer<typeof schema>;

type Line = {
  row: number;
  state: BankLineState;
  date: string;
  amount: string;
  payer: string;
  reference: string;
  contract: string | null;
  why: string;
};
type Answer = {
  bankStatementId: string;
  file: string;
  isKnown: boolean;
  matched: number;
  doubtful: number;
  unmatched: number;
  alreadyBooked: number;
  lines: Line[];
  problems: { row: number; problem: string }[];
};

/** So many lines are in the answer; all of them are in the statement. */
const MOST_SHOWN = 150;

export const readBankStatement: Question<Input, Answer> = {
  name: 'read-bank-statement',
  room: 'ledger',
  rights: ['keepAccounts'],
  schema,

  async answer(asked, input) {
    const { store, clock } = asked;
    const given = await fileOf(asked, input);
    if (isRefused(given)) return given;
    const { bytes, record, fileName, account } = given.plan;
    const read = readFile(given.plan, input);
    if (isRefused(read)) return read;
    const { lines, ignored, problems } = read.plan;
    const contracts = await payableContracts(store, clock.now());
    const booked = await bookedKeys(store, lines);
    const matches = matchStatement({ lines, ignored }, contracts, booked);
    const hash = createHash('sha256').update(bytes).update(account).digest('hex');
    const bankStatementId = record?.id ?? derivedId('bank statement', hash);
    const { known } = await store.read({
      known: { object: 'bankStatement', filter: { id: bankStatementId } },
    });
    const rows = lineRows(bankStatementId, lines, matches, contracts);
    const count = (state: BankLineState) => rows.filter((row) => row.state === state).length;
    const counts = {
      matched: count('MATCHED'),
      doubtful: count('DOUBTFUL'),
      unmatched: count('UNMATCHED'),
      alreadyBooked: count('ALREADY_BOOKED'),
    };
    const { there } = await store.read({
      there: { object: 'bankStatementLine', filter: { bankStatementId } },
    });
    const elsewhere = postedElsewhere(fileName, there, rows);
    if (elsewhere !== null) return elsewhere;
    if (record !== null) {
      const to = { account, readAt: clock.now().toISOString(), lineCount: rows.length, ...counts };
      await store.write([{ change: 'bankStatement', record, to }]);
    } else if (known.length === 0) {
      await store.write([
        {
          create: 'bankStatement',
          row: {
            id: bankStatementId,
            name: fileName,
            account,
            state: 'PREVIEWED',
            readAt: clock.now().toISOString(),
            lineCount: rows.length,
            posted: 0,
            ...counts,
          },
        },
      ]);
    }
    await keepLines(store, there, rows);
    const numberOf = new Map(contracts.map(({ id, number }) => [id, number]));
    return {
      plan: {
        bankStatementId,
        file: fileName,
        isKnown: known.length > 0 && record === null,
        ...counts,
        lines: rows.slice(0, MOST_SHOWN).map((row) => ({
          row: row.lineNumber,
          state: row.state,
          date: row.valueOn,
          amount: formatMoney(row.amount),
          payer: row.counterparty,
          reference: row.reference,
          contract: numberOf.get(row.contractId ?? '') ?? null,
          why: row.why,
        })),
        problems: problems.map(({ line, code, column, value }) => ({
          row: line,
          problem: `${column} "${value}": ${code}`,
        })),
      },
    };
  },
};

/** A row of the file that has the place of a posted line and is another one could only be passed over. */
function postedElsewhere(
  file: string,
  there: readonly RecordOf<'bankStatementLine'>[],
  rows: readonly LineRow[],
): { refused: Refusal } | null {
  const posted = new Map(there.filter(({ state }) => state === 'POSTED').map((line) => [line.id, line]));
  const other = rows.find(({ id, lineKey }) => posted.has(id) && posted.get(id)?.lineKey !== lineKey);
  if (other === undefined) return null;
  const problem = 'another line was posted from this place. Make a new bank statement for this file';
  return refuse({ code: 'FILE_UNREADABLE', file, row: other.lineNumber, problem });
}

/**
 * New lines are added; lines of a file that was read into the record before follow the new file, except
 * those that are posted or whose contract a person has chosen.
 */
async function keepLines(
  store: Store,
  there: readonly RecordOf<'bankStatementLine'>[],
  rows: readonly LineRow[],
): Promise<void> {
  const known = new Map(there.map((line) => [line.id, line]));
  const missing = rows.filter(({ id }) => !known.has(id));
  if (missing.length > 0) await store.write([{ createMany: 'bankStatementLine', rows: missing }]);
  const changes = rows.flatMap(({ id, ...to }) => {
    const record = known.get(id);
    if (record === undefined || record.state === 'POSTED') return [];
    const isChosen = record.contractId !== null && record.lineKey === to.lineKey;
    return isChosen || (record.lineKey === to.lineKey && record.state === to.state) ? [] : [{ record, to }];
  });
  const rowIds = new Set(rows.map(({ id }) => id));
  const gone = there
    .filter(({ id, state }) => !rowIds.has(id) && state !== 'POSTED' && state !== 'IGNORED')
    .map((record) => ({ record, to: { state: 'IGNORED' as const, contractId: null } }));
  if (changes.length > 0) await store.write([{ changeMany: 'bankStatementLine', changes }]);
  if (gone.length > 0) await store.write([{ changeMany: 'bankStatementLine', changes: gone }]);
}

type Given = {
  bytes: Uint8Array;
  fileName: string;
  account: string;
  currency: string;
  record: RecordOf<'bankStatement'> | null;
};

/** The newest file of the record, or what was sent along. */
async function fileOf({ store, files }: Asked, input: Input): Promise<Decision<Given>> {
  const { bankStatementId: id } = input;
  if (id === undefined) {
    const { fileName, contentBase64, account, currency } = input;
    if (
      fileName === undefined ||
      contentBase64 === undefined ||
      account === undefined ||
      currency === undefined
    ) {
      const names = ['fileName', 'contentBase64', 'account', 'currency'] as const;
      const field = names.find((name) => input[name] === undefined) ?? 'fileName';
      return refuse({ code: 'INVALID_INPUT', field, problem: 'is missing' });
    }
    const bytes = Buffer.from(contentBase64, 'base64');
    return { plan: { bytes, fileName, account, currency, record: null } };
  }
  const { found } = await store.read({ found: { object: 'bankStatement', filter: { id } } });
  const [record] = found;
  if (record === undefined) return refuse({ code: 'NOT_FOUND', what: 'bank statement', id });
  const account = input.account ?? record.account;
  const currency = input.currency ?? record.currencyCode;
  if (account === '') return refuse({ code: 'INVALID_INPUT', field: 'account', problem: 'is missing' });
  if (!/^[A-Z]{3}$/.test(currency))
    return refuse({ code: 'INVALID_INPUT', field: 'currency', problem: 'must be a currency code like EUR' });
  if (input.contentBase64 !== undefined) {
    const bytes = Buffer.from(input.contentBase64, 'base64');
    return { plan: { bytes, fileName: input.fileName ?? record.name, account, currency, record } };
  }
  const [file] = await files.attached('bankStatement', id);
  if (file === undefined) {
    const problem = 'it has no file. Drop the bank’s file into the Files tab';
    return refuse({ code: 'FILE_UNREADABLE', file: record.name, row: null, problem });
  }
  return { plan: { bytes: await files.read(file), fileName: file.name, account, currency, record } };
}

function readFile(
  { bytes, fileName: file, account: id, currency }: Given,
  { decimalMark, dateOrder }: Input,
) {
  const table = readTable({ fileName: file, bytes });
  if ('error' in table) {
    const { row = null, problem } = table.error;
    return refuse({ code: 'FILE_UNREADABLE', file, row, problem });
  }
  const marks = {
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
  const read = readStatement(table.rows, { id, currency, ...marks });
  if ('problem' in read) {
    const problem = `no row names the columns ${read.problem.missing.join(', ')}`;
    return refuse({ code: 'FILE_UNREADABLE', file, row: null, problem });
  }
  return { plan: read.statement } satisfies Decision<unknown>;
}

const PAYABLE = ['SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED', 'PERFORMING', 'COMPLETED'] as const;

/** All that may still get money: one that is not known would make the number of a neighbour look its own. */
async function payableContracts(store: Pick<Store, 'read'>, now: Date): Promise<PayableContract[]> {
  const { contracts, requests } = await store.read({
    contracts: {
      object: 'contract',
      filter: { state: { in: PAYABLE } },
      with: { unit: true, buyer: true, company: true },
    },
    requests: { object: 'paymentRequest', filter: { state: 'OPEN' } },
  });
  const latest = addDays(dateIn(now, 'UTC'), DAYS_AHEAD);
  const { installments } = await store.read({
    installments: {
      object: 'installment',
      filter: { state: { in: ['PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'] }, dueOn: { lte: latest } },
    },
  });
  const referencesOf = new Map<string, string[]>();
  for (const { contractId, name } of requests)
    referencesOf.set(contractId ?? '', [...(referencesOf.get(contractId ?? '') ?? []), name]);
  const openOf = new Map<string, PayableContract['installments'][number][]>();
  for (const { id, contractId, name, amount, paid, credited, dueOn } of installments) {
    if (amount === null) continue;
    const none = zero(amount.currency);
    const amountOpen = subtract(subtract(amount, paid ?? none), credited ?? none);
    if (!isPositive(amountOpen)) continue;
    openOf.set(contractId ?? '', [
      ...(openOf.get(contractId ?? '') ?? []),
      { id, label: name, amountOpen, dueOn },
    ]);
  }
  return contracts.map((contract) => payable(contract as PayableRecord, referencesOf, openOf));
}

type PayableRecord = Loaded<'contract', { unit: true; buyer: true; company: true }>;

function payable(
  { id, name, buyer, company, price, virtualAccount, unit }: PayableRecord,
  referencesOf: ReadonlyMap<string, string[]>,
  openOf: ReadonlyMap<string, PayableContract['installments'][number][]>,
): PayableContract {
  return {
    id,
    number: name,
    buyerNames: [buyer?.name, company?.name].filter((one): one is string => one !== undefined && one !== ''),
    currency: price?.currency ?? '',
    virtualAccount: virtualAccount || null,
    references: referencesOf.get(id) ?? [],
    unitName: unit?.name ?? '',
    installments: (openOf.get(id) ?? []).sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1)),
  };
}

async function bookedKeys(
  store: Pick<Store, 'read'>,
  lines: readonly StatementLine[],
): Promise<Map<string, string>> {
  const booked = new Map<string, string>();
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const keys = lines.slice(at, at + AT_ONCE).map(({ key }) => key);
    const { receipts } = await store.read({
      receipts: { object: 'receipt', filter: { externalId: { in: keys } } },
    });
    for (const { externalId, name } of receipts) booked.set(externalId, name);
  }
  return booked;
}

type LineRow = { id: string } & Fields<'bankStatementLine'> & {
    lineNumber: number;
    valueOn: StatementLine['valueOn'];
    amount: StatementLine['amount'];
  };

function lineRows(
  bankStatementId: string,
  lines: readonly StatementLine[],
  matches: readonly LineMatch[],
  contracts: readonly PayableContract[],
): LineRow[] {
  const outcomes = new Map(matches.map((match) => [match.line, match.outcome]));
  const numberOf = new Map(contracts.map(({ id, number }) => [id, number]));
  return lines.map((line): LineRow => {
    const outcome = outcomes.get(line.line);
    return {
      id: derivedId('bank statement line', bankStatementId, String(line.line)),
      name: `${line.valueOn} · ${formatMoney(line.amount)} · ${line.payer}`.slice(0, 200),
      bankStatementId,
      lineNumber: line.line,
      state: outcome?.kind ?? 'UNMATCHED',
      contractId: outcome?.kind === 'MATCHED' ? outcome.contractId : null,
      valueOn: line.valueOn,
      amount: line.amount,
      counterparty: line.payer,
      reference: line.reference || line.entryNumber,
      memo: line.text,
      why: whyOf(outcome, numberOf),
      lineKey: line.key,
    };
  });
}

/** "VIRTUAL_ACCOUNT 6222…": facts rather than sentences; candidates of a doubtful line by their numbers. */
function whyOf(outcome: Outcome | undefined, numberOf: ReadonlyMap<string, string>): string {
  if (outcome?.kind === 'MATCHED') {
    return outcome.why.map((one) => ('found' in one ? `${one.code} ${one.found}` : one.code)).join('; ');
  }
  if (outcome?.kind === 'DOUBTFUL') {
    const candidates = outcome.candidates.slice(0, 5).map(({ contractId, why }) => {
      const codes = why.map(({ code }) => code).join(', ');
      return `${numberOf.get(contractId) ?? contractId}? (${codes})`;
    });
    return candidates.join('; ');
  }
  if (outcome?.kind === 'ALREADY_BOOKED') return `Receipt ${outcome.receipt}`;
  return outcome?.kind === 'UNMATCHED' ? outcome.why.code : '';
}
