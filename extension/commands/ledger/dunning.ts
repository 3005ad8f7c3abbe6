/**
 * Collections by hand: issue what the ladder asks for, say what became of a notice, take a promise.
 *
 * Changes: dunning notices and promises. Guard: a notice's key is unique, its state is changed only while
 * it is still the one that was decided on. After a crash: the same request again finishes.
 */
import * as z from 'zod/mini';
import { DUNNING_TRANSITIONS, type DunningState } from '#domain/ledger/index.ts';
import { formatMoney, isPositive, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, text } from '../system/input.ts';
import { currencyOf } from './book.ts';
import { issueNotices } from './collections.ts';
import { type ContractBook, loadContract, notLive, todayOf } from './contract-of.ts';
import { postContract } from './post-receipts.ts';

const MARKS = ['SENT', 'ACKNOWLEDGED', 'ESCALATED'] as const satisfies readonly DunningState[];

const issueSchema = z.object({ requestId, contractId: recordId });
const markSchema = z.object({
  requestId,
  dunningNoticeId: recordId,
  to: z.enum(MARKS, `must be one of ${MARKS.join(', ')}`),
  on: date,
  remark: z.optional(text),
});
const promiseSchema = z.object({
  requestId,
  contractId: recordId,
  amount,
  payBy: date,
  remark: z.optional(text),
});

type IssueInput = z.infer<typeof issueSchema>;

export const issueNotice: Command<IssueInput, ContractBook, null, { contract: string; issued: number }> = {
  name: 'issue-notice',
  room: 'ledger',
  title: 'Issue dunning notice',
  right: 'keepAccounts',
  schema: issueSchema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),
  load: ({ store }, { contractId }) => loadContract(store, contractId),
  decide: (_run, _input, { contract }) => notLive(contract) ?? { plan: null },

  async apply(run, _input, { contract }) {
    // What is overdue today, not what the last night knew.
    await postContract(run.store, contract, todayOf(contract, run.now));
    const issued = await issueNotices(run.store, { now: () => run.now }, contract.id);
    const answer = { contract: contract.name, issued };
    const message =
      issued > 0
        ? `A notice for ${contract.name} is ready to be sent.`
        : `No step of the ladder is due for ${contract.name}.`;
    return { plan: { answer, message, after: answer } };
  },
};

type MarkInput = z.infer<typeof markSchema>;
type Notice = RecordOf<'dunningNotice'>;

export const markNotice: Command<MarkInput, Notice, null, { notice: string; state: string }> = {
  name: 'mark-notice',
  room: 'ledger',
  title: 'Mark dunning notice',
  right: 'keepAccounts',
  schema: markSchema,
  subject: ({ dunningNoticeId }) => ({ kind: 'dunningNotice', id: dunningNoticeId }),

  async load({ store }, { dunningNoticeId: id }) {
    const { found } = await store.read({ found: { object: 'dunningNotice', filter: { id } } });
    const [notice] = found;
    return notice === undefined
      ? refuse({ code: 'NOT_FOUND', what: 'dunning notice', id })
      : { plan: notice };
  },

  decide(run, { to }, { name, state }) {
    const isOwn = run.isResumed && state === to;
    if (isOwn || canGo(DUNNING_TRANSITIONS, state, to)) return { plan: null };
    return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to });
  },

  async apply(run, { to: state, on, remark }, notice) {
    if (notice.state !== state) {
      const sent = state === 'SENT' ? { sentOn: on } : {};
      const to = {
        ...sealedFields('dunningNotice', notice),
        state,
        ...sent,
        remark: remark ?? notice.remark,
      };
      const guard = { id: notice.id, state: notice.state };
      const changed = await run.store.changeWhere('dunningNotice', guard, to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: notice.name });
    }
    const answer = { notice: notice.name, state };
    return { plan: { answer, message: `${notice.name}: ${state}.`, after: answer } };
  },
};

type PromiseInput = z.infer<typeof promiseSchema>;

export const recordPromise: Command<
  PromiseInput,
  ContractBook,
  Money,
  { promiseId: string; contract: string; amount: string; payBy: string }
> = {
  name: 'record-promise',
  room: 'ledger',
  title: 'Record promise to pay',
  right: 'keepAccounts',
  schema: promiseSchema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),
  load: ({ store }, { contractId }) => loadContract(store, contractId),

  decide(run, input, { contract }): Decision<Money> {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    const money = inputMoney('amount', input.amount, currencyOf(contract));
    if (isRefused(money)) return money;
    if (!isPositive(money.plan))
      return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: 'must be above zero' });
    if (input.payBy < todayOf(contract, run.now))
      return refuse({ code: 'INVALID_INPUT', field: 'payBy', problem: 'lies in the past' });
    return money;
  },

  async apply(run, input, { contract }, money) {
    const promiseId = run.idFor('promise');
    const today = todayOf(contract, run.now);
    const { notices } = await run.store.read({
      notices: {
        object: 'dunningNotice',
        filter: { contractId: contract.id, state: { in: ['SENT', 'ACKNOWLEDGED', 'BROKEN_PROMISE'] } },
      },
    });
    const changes = notices.map((record) => ({ record, to: { state: 'PROMISED' as const } }));
    await run.store.write([
      {
        create: 'paymentPromise',
        row: {
          id: promiseId,
          name: `${contract.name} · ${formatMoney(money)} by ${input.payBy}`,
          contractId: contract.id,
          amount: money,
          payBy: input.payBy,
          state: 'OPEN',
          takenOn: today,
          takenBy: run.actor.name,
          paidSince: zero(money.currency),
          decidedOn: null,
          remark: input.remark ?? '',
        },
      },
      ...(changes.length === 0 ? [] : [{ changeMany: 'dunningNotice' as const, changes }]),
    ]);
    const answer = { promiseId, contract: contract.name, amount: formatMoney(money), payBy: input.payBy };
    const message = `${answer.amount} ${money.currency} is promised for ${contract.name} by ${input.payBy}; no reminder goes out until then.`;
    return { plan: { answer, message, after: answer } };
  },
};
