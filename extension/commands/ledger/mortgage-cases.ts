/**
 * A mortgage case (C4, D8): opened, and moved from state to state.
 *
 * Changes: the case; approved for less than was asked, the loan installment shrinks and the difference is
 * asked of the buyer. Guard: the state is changed only while it
 * is still the one that was decided on. After a crash: the state stands and what follows is missing in
 * part; the same request again writes it, with the same ids.
 */
import * as z from 'zod/mini';
import {
  type LoanKind,
  MORTGAGE_TRANSITIONS,
  type MortgageState,
  openAmount,
  type RepaymentMethod,
  repaymentSchedule,
} from '#domain/ledger/index.ts';
import { decimalOf } from '#domain/shared/decimal.ts';
import { formatMoney, isPositive, lesser, type Money, subtract, zero } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { Fields } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText, text } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { currencyOf, replayBook } from './book.ts';
import { type ContractBook, inFuture, loadContract, notLive, todayOf } from './contract-of.ts';
import { installmentRow } from './installment-rows.ts';
import { type CaseSnapshot, loadCase } from './mortgage-case-of.ts';
import { postContract } from './post-receipts.ts';

const LOANS = ['COMMERCIAL', 'PROVIDENT_FUND', 'COMBINED'] as const satisfies readonly LoanKind[];
const METHODS = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'] as const satisfies readonly RepaymentMethod[];
const STATES = Object.keys(MORTGAGE_TRANSITIONS) as MortgageState[];

const openSchema = z.object({
  requestId,
  contractId: recordId,
  bank: requiredText,
  kind: z.enum(LOANS, `must be one of ${LOANS.join(', ')}`),
  amountAsked: amount,
  termMonths: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be at least 1'), z.lte(600, 'must be at most 600')),
  annualRatePercent: z.string().check(z.regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a percent like "4.9"')),
  repayment: z.enum(METHODS, `must be one of ${METHODS.join(', ')}`),
  ownerId: z.optional(recordId),
  documentsMissing: z.optional(text),
});
const moveSchema = z.object({
  requestId,
  mortgageCaseId: recordId,
  to: z.enum(STATES, `must be one of ${STATES.join(', ')}`),
  on: date,
  /** When it is approved for another amount than was asked. */
  amountApproved: z.optional(amount),
  /** When the buyer has to pay what the bank does not. */
  shortfallDueInDays: z.optional(
    z
      .int('must be a whole number')
      .check(z.gte(0, 'must not be below zero'), z.lte(365, 'must be at most 365')),
  ),
  documentsHere: z.optional(text),
  documentsMissing: z.optional(text),
  remark: z.optional(text),
});

type OpenInput = z.infer<typeof openSchema>;
type OpenPlan = { asked: Money; monthly: Money };

export const openMortgage: Command<
  OpenInput,
  ContractBook,
  OpenPlan,
  { mortgageCaseId: string; monthlyPayment: string; currency: string }
> = {
  name: 'open-mortgage',
  room: 'ledger',
  title: 'Open mortgage case',
  right: 'keepAccounts',
  schema: openSchema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),
  load: ({ store }, { contractId }) => loadContract(store, contractId),

  decide(_run, input, { contract }): Decision<OpenPlan> {
    const refusal = notLive(contract);
    if (refusal !== null) return refusal;
    const asked = inputMoney('amountAsked', input.amountAsked, currencyOf(contract));
    if (isRefused(asked)) return asked;
    const loan = repaymentSchedule({
      principal: asked.plan,
      annualRatePercent: decimalOf(Number(input.annualRatePercent)),
      months: input.termMonths,
      method: input.repayment,
    });
    if (isRefused(loan)) return loan;
    return { plan: { asked: asked.plan, monthly: loan.plan.rows[0]?.payment ?? asked.plan } };
  },

  async apply(run, input, { contract }, { asked, monthly }) {
    const id = run.idFor('mortgage case');
    const row = {
      id,
      name: `${contract.name} · ${input.bank}`,
      contractId: contract.id,
      ownerId: input.ownerId ?? null,
      bank: input.bank,
      kind: input.kind,
      amountAsked: asked,
      amountApproved: null,
      amountDisbursed: zero(asked.currency),
      termMonths: input.termMonths,
      annualRatePercent: Number(input.annualRatePercent),
      repayment: input.repayment,
      monthlyPayment: monthly,
      state: 'COLLECTING' as const,
      stateSince: todayOf(contract, run.now),
      submittedOn: null,
      approvedOn: null,
      disbursedOn: null,
      documentsHere: '',
      documentsMissing: input.documentsMissing ?? '',
      remark: '',
    };
    await run.store.write([{ create: 'mortgageCase', row }]);
    const monthlyPayment = formatMoney(monthly);
    const answer = { mortgageCaseId: id, monthlyPayment, currency: asked.currency };
    const message = `A mortgage of ${formatMoney(asked)} ${asked.currency} at ${input.bank} is opened; the first payment would be ${monthlyPayment}.`;
    return { plan: { answer, message, after: answer } };
  },
};

type MoveInput = z.infer<typeof moveSchema>;
type MovePlan = { to: Partial<Fields<'mortgageCase'>> & { state: MortgageState }; shortfall: Money | null };
type MoveAnswer = { mortgageCaseId: string; state: string; shortfall: string | null; currency: string };

export const moveMortgage: Command<MoveInput, CaseSnapshot, MovePlan, MoveAnswer> = {
  name: 'move-mortgage',
  room: 'ledger',
  title: 'Move mortgage case',
  right: 'keepAccounts',
  schema: moveSchema,
  subject: ({ mortgageCaseId }) => ({ kind: 'mortgageCase', id: mortgageCaseId }),
  load: ({ store }, { mortgageCaseId }) => loadCase(store, mortgageCaseId),

  decide(run, input, { contract, book, mortgage }): Decision<MovePlan> {
    const isOwn = run.isResumed && mortgage.state === input.to;
    if (input.to === 'DISBURSED' || (!isOwn && !canGo(MORTGAGE_TRANSITIONS, mortgage.state, input.to))) {
      const { name, state } = mortgage;
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: input.to });
    }
    const late = inFuture('on', input.on, todayOf(contract, run.now));
    if (late !== null) return late;
    const asked = mortgage.amountAsked ?? zero(currencyOf(contract));
    const approved =
      input.to !== 'APPROVED'
        ? null
        : input.amountApproved === undefined
          ? { plan: asked }
          : inputMoney('amountApproved', input.amountApproved, asked.currency);
    if (approved !== null && isRefused(approved)) return approved;
    // Run again, what an earlier run has asked of the buyer is what the bank does not pay.
    const begun = book.installments.find(({ id }) => id === run.idFor('shortfall'))?.amount ?? null;
    const computed =
      approved === null
        ? input.to === 'CHANGED_TO_CASH'
          ? (mortgage.amountApproved ?? asked)
          : null
        : subtract(asked, approved.plan);
    const shortfall = begun ?? computed;
    return {
      plan: {
        to: {
          state: input.to,
          stateSince: input.on,
          ...(approved === null ? {} : { amountApproved: approved.plan, approvedOn: input.on }),
          ...(input.to === 'SUBMITTED' ? { submittedOn: input.on } : {}),
          documentsHere: input.documentsHere ?? mortgage.documentsHere,
          documentsMissing: input.documentsMissing ?? mortgage.documentsMissing,
          remark: input.remark ?? mortgage.remark,
        },
        shortfall: shortfall !== null && isPositive(shortfall) ? shortfall : null,
      },
    };
  },

  async apply(run, input, { contract, book, mortgage }, { to, shortfall }) {
    if (mortgage.state !== to.state) {
      const changed = await run.store.changeWhere(
        'mortgageCase',
        { id: mortgage.id, state: mortgage.state },
        { ...sealedFields('mortgageCase', mortgage), ...to },
      );
      if (changed.length === 0) return refuse({ code: 'BUSY', what: mortgage.name });
    }
    let moved: Money | null = null;
    if (shortfall !== null) {
      moved = await askOfBuyer(run, input, { contract, book }, shortfall);
      await postContract(run.store, contract, todayOf(contract, run.now));
    }
    // Last: until the buyer is asked, what was asked of the bank says how much. Then no more is asked of it.
    if (to.amountApproved !== undefined)
      await run.store.write([
        { change: 'mortgageCase', record: { ...mortgage, ...to }, to: { amountAsked: to.amountApproved } },
      ]);
    const answer = {
      mortgageCaseId: mortgage.id,
      state: to.state,
      shortfall: moved === null ? null : formatMoney(moved),
      currency: currencyOf(contract),
    };
    const rest =
      moved === null ? '' : ` ${formatMoney(moved)} ${moved.currency} of the loan is now asked of the buyer.`;
    const message = `${mortgage.name}: ${mortgage.state} → ${to.state}.${rest}`;
    return { plan: { answer, message, before: { state: mortgage.state }, after: answer } };
  },
};

/** What the bank does not pay becomes an installment of the buyer; the loan installments shrink by it. */
async function askOfBuyer(
  run: Run,
  input: MoveInput,
  { contract, book }: ContractBook,
  shortfall: Money,
): Promise<Money | null> {
  const today = todayOf(contract, run.now);
  const id = run.idFor('shortfall');
  const known = book.installments.find((one) => one.id === id);
  const { charges } = replayBook(contract, book, today);
  const none = zero(shortfall.currency);
  let rest = shortfall;
  const rows: ({ id: string } & Partial<Fields<'adjustment'>>)[] = [];
  const loans = book.installments.filter(({ anchor }) => anchor === 'LOAN');
  for (const one of [...loans].sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0))) {
    const { paid = none, credited = none } = charges.find((charge) => charge.id === one.id) ?? {};
    const part = lesser(rest, openAmount({ amount: one.amount ?? none, paid, credited }));
    if (!isPositive(part)) continue;
    rest = subtract(rest, part);
    rows.push({
      id: run.idFor(`adjustment ${one.id}`),
      name: `${one.name} · ${formatMoney(part)}`,
      contractId: contract.id,
      installmentId: one.id,
      kind: 'REPLANNING',
      amount: part,
      effectiveOn: today,
      reason: input.remark ?? 'The bank pays less than was asked',
      askedBy: run.actor.name,
      approvedBy: '',
    });
  }
  const moved = known?.amount ?? subtract(shortfall, rest);
  if (!isPositive(moved)) return null;
  const dueOn: PlainDate = addDays(today, input.shortfallDueInDays ?? 0);
  const seq = known?.seq ?? nextSeq(book.installments);
  const row = installmentRow(
    contract,
    { id, seq, label: 'In place of the loan', amount: moved, dueOn },
    today,
  );
  await run.store.write([{ create: 'installment', row }]);
  const own = new Set(loans.map((one) => run.idFor(`adjustment ${one.id}`)));
  const isBegun = book.adjustments.some((one) => own.has(one.id));
  if (rows.length > 0 && !isBegun) await run.store.write([{ createMany: 'adjustment', rows }]);
  return moved;
}
