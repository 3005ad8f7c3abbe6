/**
 * The bank pays a loan out: a receipt, and with the last of it the case is closed (C4).
 *
 * Changes: the case's state and total, a receipt, the open loan installments. Guard: whoever pays the last of
 * the loan closes the case first, while it is still open. After a crash: it is closed and the receipt is missing;
 * the same request again books it, with the same id.
 */
import * as z from 'zod/mini';
import { MORTGAGE_TRANSITIONS, type MortgageState } from '#domain/ledger/index.ts';
import { add, compare, formatMoney, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { carryOut } from '../system/carry-out.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { currencyOf } from './book.ts';
import { inFuture, notLive, todayOf } from './contract-of.ts';
import { type Case, type CaseSnapshot, loadCase } from './mortgage-case-of.ts';
import { postContract } from './post-receipts.ts';
import { recordReceipt } from './record-receipt.ts';

const disburseSchema = z.object({
  requestId,
  mortgageCaseId: recordId,
  amount,
  on: date,
  externalId: z.optional(requiredText),
});

type DisburseInput = z.infer<typeof disburseSchema>;

export const disburseMortgage: Command<
  DisburseInput,
  CaseSnapshot,
  Money,
  { mortgageCaseId: string; state: string; disbursed: string; currency: string; receiptId: string }
> = {
  name: 'disburse-mortgage',
  room: 'ledger',
  title: 'Record disbursement',
  right: 'keepAccounts',
  schema: disburseSchema,
  subject: ({ mortgageCaseId }) => ({ kind: 'mortgageCase', id: mortgageCaseId }),
  load: ({ store }, { mortgageCaseId }) => loadCase(store, mortgageCaseId),

  decide(run, input, { contract, book, mortgage }) {
    const { name, state } = mortgage;
    const isOwn = run.isResumed && state === 'DISBURSED';
    if (!isOwn && !canGo(MORTGAGE_TRANSITIONS, state, 'DISBURSED'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'DISBURSED' });
    const refusal = notLive(contract) ?? inFuture('on', input.on, todayOf(contract, run.now));
    if (refusal !== null) return refusal;
    const money = inputMoney('amount', input.amount, currencyOf(contract));
    if (isRefused(money)) return money;
    const before = paidBefore(run, input, { book, mortgage }, money.plan);
    const left = subtract(approvedOf(mortgage, money.plan), before);
    if (compare(money.plan, left) > 0) {
      const [given, most] = [formatMoney(money.plan), formatMoney(left)];
      return refuse({ code: 'AMOUNT_TOO_HIGH', field: 'amount', amount: given, most });
    }
    return money;
  },

  async apply(run, input, { contract, book, mortgage }, money) {
    // The last of the loan closes the case first: of two at once one is refused before anything is booked.
    const isLast =
      compare(add(paidBefore(run, input, { book, mortgage }, money), money), approvedOf(mortgage, money)) >=
      0;
    const closed = { state: 'DISBURSED', stateSince: input.on, disbursedOn: input.on } as const;
    if (isLast && mortgage.state !== 'DISBURSED') {
      const guard = { id: mortgage.id, state: mortgage.state };
      const to = { ...sealedFields('mortgageCase', mortgage), ...closed };
      const changed = await run.store.changeWhere('mortgageCase', guard, to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: mortgage.name });
    }
    const booked = await carryOut(recordReceipt, run, {
      requestId: run.idFor('receipt'),
      contractId: contract.id,
      amount: formatMoney(money),
      method: methodOf(mortgage),
      receivedOn: input.on,
      source: 'MORTGAGE',
      remark: mortgage.name,
      ...(input.externalId === undefined ? {} : { externalId: input.externalId }),
    });
    if (isRefused(booked)) {
      const { stateSince, disbursedOn } = mortgage;
      const state = mortgage.state === 'DISBURSED' ? 'APPROVED' : mortgage.state;
      const to = { state, stateSince, disbursedOn };
      if (isLast) await run.store.write([{ change: 'mortgageCase', record: mortgage, to }]);
      return booked;
    }
    const { state, total } = await countDisbursed(run, { contract, mortgage }, input.on);
    const answer = {
      mortgageCaseId: mortgage.id,
      state,
      disbursed: formatMoney(total),
      currency: money.currency,
      receiptId: String(booked.plan.result.receiptId ?? ''),
    };
    const message = `${formatMoney(money)} ${money.currency} of ${mortgage.bank} is booked on ${contract.name}.`;
    return { plan: { answer, message, before: { state: mortgage.state }, after: answer } };
  },
};

/** Two loans of one bank have one name: what they are of tells their money apart. */
function methodOf({ kind }: Case): 'PROVIDENT_FUND' | 'BANK_LOAN' {
  return kind === 'PROVIDENT_FUND' ? 'PROVIDENT_FUND' : 'BANK_LOAN';
}

function approvedOf({ amountApproved }: Case, otherwise: Money): Money {
  return amountApproved ?? otherwise;
}

function isOf({ remark, method, source }: RecordOf<'receipt'>, mortgage: Case): boolean {
  return source === 'MORTGAGE' && remark === mortgage.name && method === methodOf(mortgage);
}

/** What the bank had paid without this disbursement, of which an earlier run may have booked the receipt. */
function paidBefore(
  run: Run,
  { externalId }: DisburseInput,
  { book, mortgage }: Pick<CaseSnapshot, 'book' | 'mortgage'>,
  { currency }: Money,
): Money {
  const own = externalId ?? run.idFor('receipt');
  const others = book.receipts.filter(
    (one) => one.state === 'CLEARED' && one.externalId !== own && isOf(one, mortgage),
  );
  return sum(
    others.map(({ amount: part }) => part ?? zero(currency)),
    currency,
  );
}

/**
 * What the bank has paid follows from its receipts, however many come at once. With all of it here, the loan
 * installments are due: what is still open on them nobody else will pay.
 */
async function countDisbursed(
  run: Run,
  { contract, mortgage }: Pick<CaseSnapshot, 'contract' | 'mortgage'>,
  on: PlainDate,
): Promise<{ state: MortgageState; total: Money }> {
  const { receipts, cases, installments } = await run.store.read({
    receipts: {
      object: 'receipt',
      filter: { contractId: contract.id, source: 'MORTGAGE', state: 'CLEARED' },
    },
    cases: { object: 'mortgageCase', filter: { id: mortgage.id } },
    installments: { object: 'installment', filter: { contractId: contract.id, anchor: 'LOAN', dueOn: null } },
  });
  const currency = currencyOf(contract);
  const own = receipts.filter((one) => isOf(one, mortgage));
  const total = sum(
    own.map(({ amount: part }) => part ?? zero(currency)),
    currency,
  );
  const current = cases[0] ?? mortgage;
  const isAll = compare(total, current.amountApproved ?? total) >= 0;
  const state = isAll ? 'DISBURSED' : current.state;
  const to = { ...sealedFields('mortgageCase', current), amountDisbursed: total, state, disbursedOn: on };
  await run.store.changeWhere(
    'mortgageCase',
    { id: mortgage.id, state: current.state },
    { ...to, stateSince: on },
  );
  const changes = isAll ? installments.map((record) => ({ record, to: { dueOn: on } })) : [];
  if (changes.length > 0) {
    await run.store.write([{ changeMany: 'installment', changes }]);
    await postContract(run.store, contract, todayOf(contract, run.now));
  }
  return { state, total };
}
