/**
 * Changes: a handover with its keys; contract COMPLETED (or PERFORMING while money is still to come),
 * unit HANDED_OVER; installments that waited for the keys get their due date.
 * Guard: one handover a contract, by its unique key; decided on everything due being paid (C4).
 * After a crash: the handover stands and the unit says CONTRACTED; the same request again finishes.
 */
import * as z from 'zod/mini';
import { frozenRefusal } from '#domain/deal/index.ts';
import { decideHandOver, type HandOverPlan } from '#domain/handover/index.ts';
import { installmentState } from '#domain/ledger/index.ts';
import { zero } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { freezeOf } from '../deal/unit-lock.ts';
import { type Book, bookQueries, currencyOf, isClosed, replayBook } from '../ledger/book.ts';
import { CALENDAR_QUERY, calendarOf } from '../ledger/plan-records.ts';
import { postContract } from '../ledger/post-receipts.ts';
import type { Command } from '../system/command.ts';
import { date, recordId, requestId, requiredText, text } from '../system/input.ts';

const MOST_KEY_SETS = 99;

const schema = z.object({
  requestId,
  contractId: recordId,
  handedOverOn: date,
  receivedBy: requiredText,
  keySets: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be at least 1'), z.lte(MOST_KEY_SETS, 'are too many')),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Contract = Loaded<'contract', { unit: { project: true } }>;
type Snapshot = {
  contract: Contract;
  book: Book;
  handovers: RecordOf<'handover'>[];
  calendarDays: RecordOf<'calendarDay'>[];
  freeze: RecordOf<'unitHold'> | null;
};
type Answer = {
  handoverId: string;
  contract: string;
  unit: string;
  handedOverOn: string;
  contractState: string;
};

export const handOver: Command<Input, Snapshot, HandOverPlan, Answer> = {
  name: 'hand-over',
  room: 'handover',
  title: 'Hand over keys',
  right: 'handOver',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId }) {
    const { contracts, handovers, calendarDays, ...book } = await store.read({
      contracts: { object: 'contract', filter: { id: contractId }, with: { unit: { project: true } } },
      ...bookQueries(contractId),
      handovers: { object: 'handover', filter: { contractId } },
      ...CALENDAR_QUERY,
    });
    const [contract] = contracts;
    if (contract === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract', id: contractId });
    const { freezes } = await store.read({ freezes: freezeOf(contract.unitId) });
    return { plan: { contract, book, handovers, calendarDays, freeze: freezes[0] ?? null } };
  },

  decide(run, input, { contract, book, handovers, calendarDays, freeze }) {
    const isBegun = handovers.some(({ id }) => id === run.idFor('handover'));
    const frozen = contract.unit === null || isBegun ? null : frozenRefusal(contract.unit, freeze);
    if (frozen !== null) return refuse(frozen);
    const currency = currencyOf(contract);
    const target = replayBook(contract, book, todayOf(contract, run.now));
    const other = handovers.find(({ id }) => id !== run.idFor('handover'));
    return decideHandOver({
      contract: { name: contract.name, state: contract.state, currency, signedOn: contract.signedOn },
      isResumed: handovers.some(({ id }) => id === run.idFor('handover')),
      installments: book.installments
        .filter((one) => !isClosed(one))
        .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
        .map((one) => ({
          ...one,
          amount: one.amount ?? zero(currency),
          paid: target.charges.find(({ id }) => id === one.id)?.paid ?? zero(currency),
          credited: target.charges.find(({ id }) => id === one.id)?.credited ?? null,
          monthsAfter: one.monthsAfter ?? 0,
          daysAfter: one.daysAfter ?? 0,
        })),
      prepaid: target.balance,
      handedOverBefore: other === undefined ? null : (other.handedOverOn ?? input.handedOverOn),
      on: input.handedOverOn,
      today: todayOf(contract, run.now),
      businessDays: {
        rule: contract.dueDayRule,
        calendar: calendarOf(contract.unit?.project ?? null, calendarDays),
      },
    });
  },

  async apply(run, input, { contract, book }, plan) {
    const { unit } = contract;
    if (unit === null) throw new Error(`Contract ${contract.name} has no unit`);
    const handoverId = run.idFor('handover');
    const claimed = await run.store.claim('handover', [
      {
        id: handoverId,
        name: `${unit.name} · ${input.receivedBy}`,
        contractId: contract.id,
        unitId: unit.id,
        state: 'KEYS_HANDED',
        handedOverOn: input.handedOverOn,
        receivedBy: input.receivedBy,
        keySets: input.keySets,
        remark: input.remark ?? '',
      },
    ]);
    if (!claimed.won)
      return refuse({ code: 'ALREADY_HANDED_OVER', contract: contract.name, on: input.handedOverOn });
    if (await isBeingChanged(run.store, contract)) {
      await run.store.destroyWhere('handover', { id: handoverId });
      return refuse({ code: 'BUSY', what: contract.name });
    }
    const today = todayOf(contract, run.now);
    const changes = fallDue(plan, book.installments, today);
    if (changes.length > 0) await run.store.write([{ changeMany: 'installment', changes }]);
    // Prepaid money pays the installments that fall due with the keys.
    await postContract(run.store, contract, today);
    const contractState = plan.isFullyPaid ? 'COMPLETED' : 'PERFORMING';
    await run.store.write([
      {
        change: 'contract',
        record: contract,
        to: { state: contractState, completedOn: plan.isFullyPaid ? input.handedOverOn : null },
      },
      { change: 'unit', record: unit, to: { state: 'HANDED_OVER', claimKey: '' } },
    ]);
    const { handedOverOn } = input;
    const answer = { handoverId, contract: contract.name, unit: unit.name, handedOverOn, contractState };
    const message = `The keys of ${unit.name} (${input.keySets} sets) are handed over to ${input.receivedBy}.`;
    return {
      plan: { answer, message, before: { unit: unit.state, contract: contract.state }, after: answer },
    };
  },
};

/**
 * Of a contract change and a handover at the same moment each writes its own row and then looks for the other's,
 * so at most one goes on. A contract that has another unit by now is looked at afresh.
 */
async function isBeingChanged(store: Store, contract: Contract): Promise<boolean> {
  const { id } = contract;
  const { contracts, changes } = await store.read({
    contracts: { object: 'contract', filter: { id } },
    changes: { object: 'contractChange', filter: { contractId: id, executedAt: null } },
  });
  return changes.length > 0 || contracts[0]?.unitId !== contract.unitId;
}

function todayOf(contract: Contract, now: Date): PlainDate {
  return dateIn(now, contract.unit?.project?.timeZone || 'UTC');
}

function fallDue(
  { fallDue: dates }: HandOverPlan,
  installments: RecordOf<'installment'>[],
  today: PlainDate,
) {
  const dueOn = new Map(dates.map(({ id, dueOn: due }) => [id, due]));
  return installments.flatMap((record) => {
    const due = dueOn.get(record.id);
    if (due === undefined || record.amount === null) return [];
    const paid = record.paid ?? zero(record.amount.currency);
    return [
      {
        record,
        to: { dueOn: due, state: installmentState({ amount: record.amount, paid, dueOn: due }, today) },
      },
    ];
  });
}
