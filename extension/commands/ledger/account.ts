/**
 * A contract's account as a buyer reads it: what was asked, what came in, what is left, as of a day. One set
 * of figures for the statement, the demand letter and the boards. Reads records, writes nothing.
 */
import type { ContractAccount } from '#documents/ledger/statement.ts';
import type { Language, Wording } from '#documents/shared/language.ts';
import {
  type AgeingBucket,
  ageing,
  BEARS_LATE_FEE,
  type ChargeOutcome,
  installmentState,
  lateFeeRuleFor,
  lateFeeSegments,
  type Replayed,
} from '#domain/ledger/index.ts';
import { add, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { later, type PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { type Book, currencyOf, replayBook } from './book.ts';
import type { ContractOfProject } from './contract-of.ts';
import { lateFeeTermsOf } from './terms.ts';

type Installment = RecordOf<'installment'> & { amount: Money };

export function accountOf(
  contract: ContractOfProject,
  book: Book,
  asOf: PlainDate,
  language: Language = 'en',
): ContractAccount {
  const currency = currencyOf(contract);
  const target = replayBook(contract, book, asOf);
  const installments = book.installments
    .filter((one): one is Installment => one.amount !== null)
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  const outcomeOf = (id: string) => target.charges.find((one) => one.id === id);
  const entries = entriesOf(contract, book, installments, target, asOf, WORDS[language]);
  const nextDue = installments
    .filter((one) => one.dueOn !== null && one.dueOn > asOf && isPositive(openOf(one, outcomeOf(one.id))))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0];
  return {
    number: contract.name,
    project: contract.unit?.project?.name ?? '',
    unit: contract.unit?.name ?? '',
    price: contract.price ?? zero(currency),
    signedOn: contract.signedOn ?? asOf,
    entries,
    schedule: installments.map((one) => scheduleLine(one, outcomeOf(one.id), asOf)),
    totals: {
      ...totalsOf(target, currency),
      charged: sum(
        installments.filter((one) => isAsked(one, asOf)).map(({ amount }) => amount),
        currency,
      ),
      balance: entries.at(-1)?.balance ?? zero(currency),
      overdue: sum(
        installments
          .filter(({ dueOn }) => dueOn !== null && dueOn < asOf)
          .map((one) => openOf(one, outcomeOf(one.id))),
        currency,
      ),
      nextDue:
        nextDue?.dueOn == null
          ? null
          : { on: nextDue.dueOn, label: labelOf(nextDue), amount: openOf(nextDue, outcomeOf(nextDue.id)) },
    },
    ageing: agedOf(installments, target, asOf, currency),
    lateFees: installments.flatMap((one) => {
      const segments = segmentsOf(contract, one, outcomeOf(one.id), asOf);
      return segments.length === 0 ? [] : [{ installment: labelOf(one), segments }];
    }),
  };
}

/** "C-17 · 3 Roof" is called "Roof": the rest is said elsewhere. */
export function labelOf({ name }: Pick<RecordOf<'installment'>, 'name'>): string {
  return name.replace(/^.* · \d+ /, '');
}

export function openOf({ amount }: Installment, outcome: ChargeOutcome | undefined): Money {
  if (outcome === undefined) return amount;
  const open = subtract(subtract(amount, outcome.paid), outcome.credited);
  return isPositive(open) ? open : zero(amount.currency);
}

/** Late fee that is neither paid nor waived. */
export function feeLeft(outcome: ChargeOutcome | undefined, currency: string): Money {
  if (outcome === undefined) return zero(currency);
  const left = subtract(subtract(outcome.fee, outcome.feePaid), outcome.feeWaived);
  return isPositive(left) ? left : zero(currency);
}

function isAsked({ dueOn }: Installment, asOf: PlainDate): boolean {
  return dueOn !== null && dueOn <= asOf;
}

function scheduleLine(one: Installment, outcome: ChargeOutcome | undefined, asOf: PlainDate) {
  const { amount, dueOn, closedAs } = one;
  const none = zero(amount.currency);
  const { paid = none, credited = none } = outcome ?? {};
  return {
    number: String(one.seq ?? ''),
    label: labelOf(one),
    dueOn,
    amount,
    paid,
    waived: credited,
    lateFee: feeLeft(outcome, amount.currency),
    open: openOf(one, outcome),
    state: installmentState({ amount, paid, credited, dueOn, closedAs }, asOf),
  };
}

function totalsOf({ charges, balance }: Replayed, currency: string) {
  const total = (amountOf: (one: ChargeOutcome) => Money) => sum(charges.map(amountOf), currency);
  return {
    paid: total(({ paid }) => paid),
    waived: total(({ credited }) => credited),
    lateFees: {
      accrued: total(({ fee }) => fee),
      paid: total(({ feePaid }) => feePaid),
      waived: total(({ feeWaived }) => feeWaived),
      open: total((one) => feeLeft(one, currency)),
    },
    prepaid: balance,
  };
}

function agedOf(
  installments: readonly Installment[],
  { charges }: Replayed,
  asOf: PlainDate,
  currency: string,
): Record<AgeingBucket, Money> {
  const items = installments.map(({ id, dueOn, amount }) => {
    const outcome = charges.find((one) => one.id === id);
    const reduced = outcome?.reductions ?? [];
    return {
      id,
      dueOn,
      amount,
      receipts: reduced.map(({ on, amount: part }) => ({ on, amount: part })),
      waived: null,
    };
  });
  return ageing(items, asOf, currency).buckets;
}

function segmentsOf(
  contract: ContractOfProject,
  { amount, dueOn, chargeType }: Installment,
  outcome: ChargeOutcome | undefined,
  asOf: PlainDate,
) {
  const terms = lateFeeTermsOf(contract);
  if (terms === null || dueOn === null || outcome === undefined || !BEARS_LATE_FEE.includes(chargeType))
    return [];
  return lateFeeSegments(
    { amount, dueOn, reductions: outcome.reductions },
    lateFeeRuleFor(amount, terms),
    asOf,
  );
}

type Words = { lateFee(to: string): string; waived: string; takenOff: string; refund: string };

const WORDS: Wording<Words> = {
  en: {
    lateFee: (to) => `late fee to ${to}`,
    waived: 'late fee waived',
    takenOff: 'taken off',
    refund: 'Refund',
  },
  'zh-CN': { lateFee: (to) => `违约金（至 ${to}）`, waived: '违约金减免', takenOff: '冲减', refund: '退款' },
};

type Line = { date: PlainDate; description: string; charge: Money | null; payment: Money | null };

function entriesOf(
  contract: ContractOfProject,
  book: Book,
  installments: readonly Installment[],
  target: Replayed,
  asOf: PlainDate,
  words: Words,
): ContractAccount['entries'] {
  const currency = currencyOf(contract);
  const lines: Line[] = [];
  for (const one of installments) {
    const { dueOn } = one;
    if (dueOn === null || dueOn > asOf) continue;
    lines.push({ date: dueOn, description: labelOf(one), charge: one.amount, payment: null });
    const outcome = target.charges.find(({ id }) => id === one.id);
    const segments = segmentsOf(contract, one, outcome, asOf);
    const last = segments.at(-1);
    if (outcome !== undefined && last !== undefined && isPositive(outcome.fee)) {
      const description = `${labelOf(one)}: ${words.lateFee(last.to)}`;
      lines.push({ date: last.to, description, charge: outcome.fee, payment: null });
    }
    for (const { installmentId, amount, effectiveOn, reason, kind } of book.adjustments) {
      if (installmentId !== one.id || amount === null || effectiveOn === null || effectiveOn > asOf) continue;
      const what = kind === 'LATE_FEE_WAIVER' ? words.waived : words.takenOff;
      const description = `${labelOf(one)}: ${what}${reason === '' ? '' : ` (${reason})`}`;
      lines.push({ date: later(effectiveOn, dueOn), description, charge: null, payment: amount });
    }
  }
  for (const { state, amount, valueOn, receivedOn, name } of book.receipts) {
    const date = valueOn ?? receivedOn;
    if (state === 'CLEARED' && amount !== null && date !== null && date <= asOf)
      lines.push({ date, description: name, charge: null, payment: amount });
  }
  for (const { state, amount, refundedOn: date } of book.refunds) {
    if (state === 'PAID' && amount !== null && date !== null && date <= asOf)
      lines.push({ date, description: words.refund, charge: amount, payment: null });
  }
  lines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  let balance = zero(currency);
  return lines.map((line) => {
    if (line.charge !== null) balance = add(balance, line.charge);
    if (line.payment !== null) balance = subtract(balance, line.payment);
    return { ...line, balance };
  });
}
