/**
 * Changes: a receipt for every matched line of a bank statement; the lines say POSTED (H1). A person makes a
 * doubtful line matched by choosing its contract. Guard: the line's key is the receipt's external id, so a
 * line is booked once, in whichever file it comes again. After a crash: the same request again goes on.
 */
import * as z from 'zod/mini';
import { formatMoney, sum } from '#domain/shared/money.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { carryOut } from '../system/carry-out.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { refusalText } from '../system/refusal-text.ts';
import { derivedId } from '../system/request-ids.ts';
import { recordReceipt } from './record-receipt.ts';

/** So many lines are booked a request; the answer says how many are left. */
const AT_ONCE = 50;

const schema = z.object({ requestId, bankStatementId: recordId });

type Input = z.infer<typeof schema>;
type Line = RecordOf<'bankStatementLine'>;
type Outcome = { line: Line; state: Line['state']; why: string };
type Snapshot = { statement: RecordOf<'bankStatement'>; lines: Line[] };
type Answer = {
  posted: number;
  alreadyBooked: number;
  left: number;
  total: Record<string, string>;
  refused: { row: number; problem: string }[];
};

export const postBankStatement: Command<Input, Snapshot, Line[], Answer> = {
  name: 'post-bank-statement',
  room: 'ledger',
  title: 'Post bank statement',
  right: 'keepAccounts',
  schema,
  subject: ({ bankStatementId }) => ({ kind: 'bankStatement', id: bankStatementId }),

  async load({ store }, { bankStatementId }) {
    const { statements, lines } = await store.read({
      statements: { object: 'bankStatement', filter: { id: bankStatementId } },
      lines: { object: 'bankStatementLine', filter: { bankStatementId } },
    });
    const [statement] = statements;
    if (statement === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'bank statement', id: bankStatementId });
    return { plan: { statement, lines } };
  },

  decide: (_run, _input, { lines }) => ({ plan: lines.filter(isPostable).slice(0, AT_ONCE) }),

  async apply(run, _input, { statement, lines }, chosen) {
    const outcomes: Outcome[] = [];
    const booked = await bookedReceipts(run, chosen);
    for (const line of chosen) outcomes.push(await post(run, line, booked));
    // A line that was refused is nobody's again, so that it does not stand in the way of the others.
    const changes = outcomes.map(({ line, state, why }) => ({
      record: line,
      to: { state, why, ...(state === 'DOUBTFUL' ? { contractId: null } : {}) },
    }));
    if (changes.length > 0) await run.store.write([{ changeMany: 'bankStatementLine', changes }]);
    const posted = outcomes.filter(({ state }) => state === 'POSTED');
    const refused = outcomes.filter(({ state }) => state === 'DOUBTFUL');
    const count = lines.filter(({ state }) => state === 'POSTED').length + posted.length;
    const left = lines.filter(isPostable).length - chosen.length;
    const isOver = left === 0 && refused.length === 0;
    const to = { posted: count, ...(isOver ? { state: 'POSTED' as const } : {}) };
    await run.store.write([{ change: 'bankStatement', record: statement, to }]);
    const answer = {
      posted: posted.length,
      alreadyBooked: outcomes.filter(({ state }) => state === 'ALREADY_BOOKED').length,
      left,
      total: totals(posted.map(({ line }) => line)),
      refused: refused.map(({ line, why }) => ({ row: line.lineNumber ?? 0, problem: why })),
    };
    const more = left > 0 ? ` ${left} are left: post again.` : '';
    const message = `${posted.length} lines of ${statement.name} are booked.${more}`;
    return { plan: { answer, message, after: { ...answer, refused: refused.length } } };
  },
};

/** Matched, or with a contract that a person has chosen for it. */
function isPostable({ state, contractId }: Line): boolean {
  return contractId !== null && ['MATCHED', 'DOUBTFUL', 'UNMATCHED'].includes(state);
}

async function post(run: Run, line: Line, booked: ReadonlyMap<string, string>): Promise<Outcome> {
  const receipt = booked.get(line.lineKey);
  if (receipt !== undefined && !run.isResumed)
    return { line, state: 'ALREADY_BOOKED', why: `Receipt ${receipt}` };
  const { amount, valueOn, contractId, lineKey } = line;
  if (amount === null || valueOn === null || contractId === null)
    return { line, state: 'DOUBTFUL', why: 'The line has no amount, date or contract' };
  const answer = await carryOut(recordReceipt, run, {
    requestId: derivedId('bank line', lineKey, contractId),
    contractId,
    amount: formatMoney(amount),
    currency: amount.currency,
    method: 'TRANSFER',
    receivedOn: valueOn,
    externalId: lineKey,
    number: line.reference === '' ? lineKey : line.reference,
    source: 'BANK_STATEMENT',
    remark: line.memo,
  });
  if (!isRefused(answer)) return { line, state: 'POSTED', why: answer.plan.message };
  const { refused } = answer;
  const state = refused.code === 'RECEIPT_ALREADY_BOOKED' ? 'ALREADY_BOOKED' : 'DOUBTFUL';
  return { line, state, why: refusalText(refused) };
}

/** Receipts that stand already for lines of this run, by the line's key. */
async function bookedReceipts(run: Run, lines: readonly Line[]): Promise<Map<string, string>> {
  const { receipts } = await run.store.read({
    receipts: { object: 'receipt', filter: { externalId: { in: lines.map(({ lineKey }) => lineKey) } } },
  });
  return new Map(receipts.map(({ externalId, name }) => [externalId, name]));
}

function totals(lines: readonly Line[]): Record<string, string> {
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return Object.fromEntries(
    currencies.map((currency) => [
      currency,
      formatMoney(
        sum(
          amounts.filter((one) => one.currency === currency),
          currency,
        ),
      ),
    ]),
  );
}
