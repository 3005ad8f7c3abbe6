/**
 * The journal of a period for the books as CSV, one balanced set of lines a posting; it lies in the Files tab
 * of a job run. Changes: that job run and its file. Guard: none, it decides nothing. After a crash: exported
 * again it is another file.
 */
import * as z from 'zod/mini';
import { type JournalLine, journalLines, type Posting } from '#domain/ledger/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { date } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { derivedId } from '../system/request-ids.ts';

const MOST_DAYS = 92;
const BOOKED = ['CLEARED', 'BOUNCED', 'REVERSED'] as const;

const schema = z.object({ from: date, to: date });

type Answer = { postings: number; debit: Record<string, string>; fileName: string; url: string };

export const exportJournal: Question<z.infer<typeof schema>, Answer> = {
  name: 'export-journal',
  room: 'ledger',
  rights: ['keepAccounts'],
  schema,

  async answer({ store, clock, files }, { from, to }) {
    if (to < from) return refuse({ code: 'INVALID_INPUT', field: 'to', problem: 'is before from' });
    if (daysBetween(from, to) >= MOST_DAYS)
      return refuse({
        code: 'INVALID_INPUT',
        field: 'to',
        problem: `is more than ${MOST_DAYS} days after from`,
      });
    const lines = journalLines(await postingsOf(store, from, to));
    const now = clock.now().toISOString();
    const id = derivedId('journal', from, to, now);
    const postings = new Set(lines.map(({ posting, kind }) => `${kind} ${posting}`)).size;
    const fileName = `journal ${from} ${to}.csv`;
    await store.write([
      {
        create: 'jobRun',
        row: {
          id,
          name: `Journal ${from} – ${to}`,
          startedAt: now,
          finishedAt: now,
          done: postings,
          refused: 0,
          failed: 0,
          summary: `${postings} postings, debit = credit = ${JSON.stringify(debits(lines))}`,
          report: { from, to, debit: debits(lines) },
        },
      },
    ]);
    // With the mark of UTF-8 in front, or spreadsheets spoil Chinese names.
    const { url } = await files.attach('jobRun', id, fileName, Buffer.from(`\uFEFF${csvOf(lines)}`, 'utf8'));
    return { plan: { postings, debit: debits(lines), fileName, url } };
  },
};

async function postingsOf(store: Pick<Store, 'read'>, from: PlainDate, to: PlainDate): Promise<Posting[]> {
  const within = { gte: from, lte: to };
  const { receipts, takenBack, refunds, allocations, entries, waivers, forfeits } = await store.read({
    receipts: { object: 'receipt', filter: { bookedOn: within, state: { in: BOOKED } } },
    takenBack: { object: 'receipt', filter: { closedOn: within, state: { in: ['BOUNCED', 'REVERSED'] } } },
    refunds: { object: 'refund', filter: { refundedOn: within, state: 'PAID' } },
    allocations: { object: 'allocation', filter: { postedOn: within } },
    entries: { object: 'lateFeeEntry', filter: { postedOn: within } },
    waivers: { object: 'adjustment', filter: { kind: 'LATE_FEE_WAIVER', effectiveOn: within } },
    forfeits: { object: 'reservation', filter: { decidedOn: within, state: 'FORFEITED' } },
  });
  const names = await namesOf(store, [receipts, takenBack, refunds, allocations, entries, waivers].flat());
  const charges = await chargesOf(store, allocations);
  const contract = (id: string | null) => names.get(id ?? '') ?? '';
  const postings: Posting[] = [];
  for (const { id, amount, method, bookedOn: on, contractId, name: text } of receipts) {
    if (amount !== null && on !== null)
      postings.push({ kind: 'RECEIPT', id, on, contract: contract(contractId), amount, method, text });
  }
  for (const { id, amount, method, closedOn: on, bookedOn, contractId, name, closeReason } of takenBack) {
    // A cheque that bounced before it was cleared was never in the books.
    const text = `${name} ${closeReason}`;
    if (amount !== null && on !== null && bookedOn !== null)
      postings.push({
        kind: 'RECEIPT_TAKEN_BACK',
        id,
        on,
        contract: contract(contractId),
        amount,
        method,
        text,
      });
  }
  for (const { id, amount, method, refundedOn: on, contractId, name } of refunds) {
    if (amount !== null && on !== null)
      postings.push({ kind: 'REFUND', id, on, contract: contract(contractId), amount, method, text: name });
  }
  // A deposit that is kept was the buyer's until that day (D7); it never had a contract.
  for (const { id, depositForfeited: amount, decidedOn: on, name: text } of forfeits) {
    if (amount !== null && on !== null)
      postings.push({ kind: 'DEPOSIT_FORFEITED', id, on, contract: '', amount, text });
  }
  for (const { id, amount, postedOn: on, contractId, installmentId, kind: pays, name: text } of allocations) {
    if (amount === null || on === null) continue;
    const charge = charges.get(installmentId ?? '') ?? 'HOUSE_PRICE';
    postings.push({ kind: 'ALLOCATION', id, on, contract: contract(contractId), amount, pays, charge, text });
  }
  for (const { id, amount, postedOn: on, contractId, name: text } of entries) {
    if (amount !== null && on !== null)
      postings.push({ kind: 'LATE_FEE', id, on, contract: contract(contractId), amount, text });
  }
  for (const { id, amount, effectiveOn: on, contractId, reason } of waivers) {
    if (amount !== null && on !== null)
      postings.push({
        kind: 'LATE_FEE_WAIVED',
        id,
        on,
        contract: contract(contractId),
        amount,
        text: reason,
      });
  }
  return postings.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

const AT_ONCE = 200;

async function namesOf(
  store: Pick<Store, 'read'>,
  rows: readonly { contractId: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ contractId }) => contractId ?? []))];
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const { contracts } = await store.read({
      contracts: { object: 'contract', filter: { id: { in: ids.slice(at, at + AT_ONCE) } } },
    });
    for (const { id, name } of contracts) names.set(id, name);
  }
  return names;
}

async function chargesOf(store: Pick<Store, 'read'>, rows: readonly RecordOf<'allocation'>[]) {
  const ids = [...new Set(rows.flatMap(({ installmentId }) => installmentId ?? []))];
  const charges = new Map<string, RecordOf<'installment'>['chargeType']>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const { installments } = await store.read({
      installments: { object: 'installment', filter: { id: { in: ids.slice(at, at + AT_ONCE) } } },
    });
    for (const { id, chargeType } of installments) charges.set(id, chargeType);
  }
  return charges;
}

/** Debits by currency; credits are the same, posting by posting. */
function debits(lines: readonly JournalLine[]): Record<string, string> {
  const totals = new Map<string, bigint>();
  for (const { debit } of lines) totals.set(debit.currency, (totals.get(debit.currency) ?? 0n) + debit.minor);
  return Object.fromEntries(
    [...totals].map(([currency, minor]) => [currency, formatMoney({ minor, currency })]),
  );
}

const HEAD = ['date', 'posting', 'kind', 'contract', 'account', 'debit', 'credit', 'currency', 'text'];

function csvOf(lines: readonly JournalLine[]): string {
  const rows = lines.map(({ on, posting, kind, contract, account, debit, credit, text }) => [
    on,
    posting,
    kind,
    contract,
    account,
    debit.minor === 0n ? '' : formatMoney(debit),
    credit.minor === 0n ? '' : formatMoney(credit),
    debit.currency,
    text,
  ]);
  return [HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

/** A spreadsheet takes a leading =, +, - or @ for a formula: a text never is one, and of those only a number. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
