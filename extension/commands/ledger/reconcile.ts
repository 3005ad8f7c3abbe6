/**
 * Reconcile (C1.7): recomputes every stored total of every contract from its rows, repairs what it may and
 * reports what it may not. Run nightly and at will; contracts in slices, so that any number of them fits.
 *
 * Changes: allocations, late fee entries and totals that lag behind, fields that a hand left different from
 * their seal. Guard: posting's own. After a crash: the next run does it all again; nothing depends on it.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { ledgerOf, type Replayed, replay } from '#domain/ledger/index.ts';
import {
  add,
  CurrencyMismatch,
  compare,
  formatMoney,
  type Money,
  subtract,
  sum,
  zero,
} from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import type { GuardedObject } from '#port/guarded.ts';
import type { RecordOf } from '#port/records.ts';
import { driftOf } from '#port/seal.ts';
import type { Store, Write } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { type Book, currencyOf } from './book.ts';
import { type ContractOfProject, WITH_PROJECT } from './contract-of.ts';
import { derivedTotals } from './derived-totals.ts';
import { postContract } from './post-receipts.ts';
import { allocationRows, lateFeeRows } from './posting-rows.ts';

/** Contracts whose books are read in one request. */
const SLICE = 40;
const MOST_CONTRACTS = 2_000;
const MOST_PROBLEMS = 200;

const schema = z.object({
  requestId,
  /** Goes on after this contract; without it from the beginning. */
  afterContractId: z.optional(recordId),
  contractId: z.optional(recordId),
  most: z.optional(
    z
      .int('must be a whole number')
      .check(z.gte(1, 'must be at least 1'), z.lte(MOST_CONTRACTS, `must be at most ${MOST_CONTRACTS}`)),
  ),
});

type Input = z.infer<typeof schema>;
export type Finding = { contract: string; problem: string };
type Answer = {
  contracts: number;
  repaired: Finding[];
  problems: Finding[];
  /** The contract to go on after; null when all were looked at. */
  next: string | null;
};

export const reconcile: Command<
  Input,
  { contracts: ContractOfProject[]; next: string | null },
  null,
  Answer
> = {
  name: 'reconcile',
  room: 'ledger',
  title: 'Reconcile',
  right: 'keepAccounts',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId ?? '' }),
  load: ({ store }, input) => slice(store, input),
  decide: () => ({ plan: null }),

  async apply(run, _input, { contracts, next }) {
    const { repaired, problems } = await reconcileContracts(run, contracts);
    const answer = {
      contracts: contracts.length,
      repaired: repaired.slice(0, MOST_PROBLEMS),
      problems: problems.slice(0, MOST_PROBLEMS),
      next,
    };
    const found =
      problems.length === 0
        ? 'everything agrees'
        : `${problems.length} problems need a person: ${problems[0]?.contract}: ${problems[0]?.problem}`;
    const mended = repaired.length === 0 ? '' : ` ${repaired.length} were repaired.`;
    const message = `${contracts.length} contracts reconciled: ${found}.${mended}`;
    return {
      plan: { answer, message, after: { ...answer, repaired: repaired.length, problems: problems.length } },
    };
  },
};

async function slice(store: Pick<Store, 'read'>, { contractId, afterContractId, most = 500 }: Input) {
  const { found } = await store.read({
    found: {
      object: 'contract',
      filter:
        contractId !== undefined
          ? { id: contractId }
          : afterContractId !== undefined
            ? { id: { gt: afterContractId }, state: { not: 'DRAFT' } }
            : { state: { not: 'DRAFT' } },
      with: WITH_PROJECT,
      orderBy: { id: 'ASC' },
      limit: most,
    },
  });
  const next = contractId === undefined && found.length === most ? (found.at(-1)?.id ?? null) : null;
  return { plan: { contracts: found as ContractOfProject[], next } };
}

type Run1 = Pick<Run, 'store' | 'now'>;

export async function reconcileContracts(
  run: Run1,
  contracts: readonly ContractOfProject[],
): Promise<{ repaired: Finding[]; problems: Finding[] }> {
  const repaired: Finding[] = [];
  const problems: Finding[] = [];
  for (let at = 0; at < contracts.length; at += SLICE) {
    const some = contracts.slice(at, at + SLICE);
    const books = await booksOf(run.store, some);
    for (const contract of some) {
      const book = books.get(contract.id);
      if (book === undefined) continue;
      try {
        const result = await reconcileOne(run, contract, book);
        const name = contract.name;
        repaired.push(...result.repaired.map((problem) => ({ contract: name, problem })));
        problems.push(...result.problems.map((problem) => ({ contract: name, problem })));
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        problems.push({
          contract: contract.name,
          problem: error instanceof CurrencyMismatch ? `${problem}: a row is in another currency` : problem,
        });
      }
    }
  }
  return { repaired, problems };
}

const BOOK = ['installment', 'allocation', 'receipt', 'refund', 'adjustment', 'lateFeeEntry'] as const;
type BookObject = (typeof BOOK)[number];
type Drifted = { object: GuardedObject; sealed: { id: string }; fields: string[] };

type ReadBook = Book & { drifted: Drifted[] };

/** The books of several contracts at once, and where a hand left a field different from its seal. */
async function booksOf(
  store: Store,
  contracts: readonly ContractOfProject[],
): Promise<Map<string, ReadBook>> {
  const contractId = { in: contracts.map(({ id }) => id) };
  const books = new Map<string, ReadBook>(
    contracts.map(({ id }) => [
      id,
      {
        installments: [],
        allocations: [],
        receipts: [],
        refunds: [],
        adjustments: [],
        lateFeeEntries: [],
        drifted: [],
      },
    ]),
  );
  for (const object of BOOK) {
    const found = await store.observe(object, { contractId } as never);
    for (const { sealed, stored, isSealed } of found) {
      const book = books.get(String((sealed as { contractId?: string }).contractId));
      // One without a seal was made by hand: no command counts it.
      if (book === undefined || !isSealed) continue;
      (book[LISTS[object]] as unknown[]).push(sealed);
      const fields = driftOf(object, sealed as never, stored as never);
      if (fields.length > 0) book.drifted.push({ object, sealed: sealed as { id: string }, fields });
    }
  }
  return books;
}

const LISTS = {
  installment: 'installments',
  allocation: 'allocations',
  receipt: 'receipts',
  refund: 'refunds',
  adjustment: 'adjustments',
  lateFeeEntry: 'lateFeeEntries',
} as const satisfies Record<BookObject, keyof Book>;

async function reconcileOne(run: Run1, contract: ContractOfProject, book: ReadBook) {
  const today = dateIn(run.now, contract.unit?.project?.timeZone || 'UTC');
  const repaired = book.drifted.map(({ object, fields }) => `${object}: ${fields.join(', ')} put back`);
  for (const { object, sealed, fields } of book.drifted) {
    const to = Object.fromEntries(fields.map((name) => [name, sealed[name as never]]));
    await run.store.write([{ change: object, record: sealed, to } as unknown as Write]);
  }
  const target = replay(ledgerOf(contract, book), today);
  const rows = allocationRows(contract, book, target, today);
  const fees = lateFeeRows(contract, book, target, today);
  const totals = derivedTotals(contract, book, target, today);
  if (rows.length > 0) repaired.push(`${rows.length} allocations posted anew`);
  if (fees.length > 0) repaired.push(`${fees.length} late fee entries posted`);
  if (totals.length > 0) repaired.push(`totals worked out again: ${namesOf(totals)}`);
  if (rows.length + fees.length + totals.length > 0) await postContract(run.store, contract, today);
  return { repaired, problems: problemsOf(contract, book, target) };
}

function namesOf(writes: readonly Write[]): string {
  const names = writes.flatMap((write) => {
    const changes = 'changeMany' in write ? write.changes : 'change' in write ? [write] : [];
    return changes.flatMap(({ record, to }) => {
      const label = 'name' in record ? String(record.name) : '';
      return `${label} (${Object.keys(to).join(', ')})`;
    });
  });
  return names.slice(0, 3).join('; ') + (names.length > 3 ? ` … (+${names.length - 3})` : '');
}

/** What no rule can decide by itself (E21.6): a person has to look. */
export function problemsOf(contract: RecordOf<'contract'>, book: Book, target: Replayed): string[] {
  const currency = currencyOf(contract);
  const none = zero(currency);
  const problems: string[] = [];
  const text = (money: Money) => `${formatMoney(money)} ${currency}`;
  const isLive = LIVE_CONTRACT_STATES.includes(contract.state);
  if (isLive && contract.price !== null) {
    const planned = plannedOf(book, none);
    if (compare(planned, contract.price) !== 0)
      problems.push(`installments make ${text(planned)}, the price is ${text(contract.price)}`);
  }
  if (target.balance.minor < 0n)
    problems.push(`${text(subtract(none, target.balance))} more was refunded than was there`);
  const received = sum(
    book.receipts.filter(({ state }) => state === 'CLEARED').map(({ amount }) => amount ?? none),
    currency,
  );
  const refunded = sum(
    book.refunds.filter(({ state }) => state === 'PAID').map(({ amount }) => amount ?? none),
    currency,
  );
  const used = target.charges.map(({ paid, feePaid }) => add(paid, feePaid));
  const accounted = sum([...used, target.balance, refunded], currency);
  if (compare(received, accounted) !== 0)
    problems.push(`receipts are ${text(received)}, but ${text(accounted)} is accounted for`);
  for (const { id, fee, feeWaived, paid, credited } of target.charges) {
    const name = book.installments.find((one) => one.id === id)?.name ?? id;
    if (feeWaived.minor > fee.minor && feeWaived.minor > 0n)
      problems.push(`${name}: ${text(feeWaived)} of late fee is waived, ${text(fee)} has come up`);
    const amount = book.installments.find((one) => one.id === id)?.amount ?? none;
    if (add(paid, credited).minor > amount.minor)
      problems.push(`${name}: more is paid and taken off than was asked`);
  }
  return problems;
}

/** What the house price comes to: installments less what was re-planned. Waived and settled parts belong to it. */
function plannedOf({ installments, adjustments }: Book, none: Money): Money {
  const house = new Set(
    installments.filter(({ chargeType }) => chargeType === 'HOUSE_PRICE').map(({ id }) => id),
  );
  const asked = installments.filter(({ id }) => house.has(id)).map(({ amount }) => amount ?? none);
  const replanned = adjustments
    .filter(({ kind, installmentId }) => kind === 'REPLANNING' && house.has(installmentId ?? ''))
    .map(({ amount }) => amount ?? none);
  return subtract(sum(asked, none.currency), sum(replanned, none.currency));
}
