/**
 * A contract's account as a buyer reads it: what was asked, what came in, what is left, as of a day. One set
 * of figures for the statement, the demand letter and the boards: `accountFigures` of the domain. Writes nothing.
 */
import type { ContractAccount } from '#documents/ledger/statement.ts';
import type { Language, Wording } from '#documents/shared/language.ts';
import {
  type AgeingBucket,
  accountFigures,
  ageing,
  BEARS_LATE_FEE,
  type ChargeOutcome,
  labelOf,
  lateFeeRuleFor,
  lateFeeSegments,
  lateFeeTermsOf,
  type Replayed,
} from '#domain/ledger/index.ts';
import { add, isPositive, type Money, subtract, zero } from '#domain/shared/money.ts';
import { later, type PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import { type Book, currencyOf } from './book.ts';
import type { ContractOfProject } from './contract-of.ts';

type Installment = RecordOf<'installment'> & { amount: Money };

export function accountOf(
  contract: ContractOfProject,
  book: Book,
  asOf: PlainDate,
  language: Language = 'en',
): ContractAccount {
  const currency = currencyOf(contract);
  const { replayed: target, lines, totals } = accountFigures(contract, book, asOf);
  const installments = book.installments
    .filter((one): one is Installment => one.amount !== null)
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  const entries = entriesOf(contract, book, installments, target, asOf, WORDS[language]);
  return {
    number: contract.name,
    project: contract.unit?.project?.name ?? '',
    unit: contract.unit?.name ?? '',
    price: contract.price ?? zero(currency),
    signedOn: contract.signedOn ?? asOf,
    entries,
    schedule: lines,
    totals: { ...totals, balance: entries.at(-1)?.balance ?? zero(currency) },
    ageing: agedOf(installments, target, asOf, currency),
    lateFees: installments.flatMap((one) => {
      const outcome = target.charges.find(({ id }) => id === one.id);
      const segments = segmentsOf(contract, one, outcome, asOf);
      return segments.length === 0 ? [] : [{ installment: labelOf(one), segments }];
    }),
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
