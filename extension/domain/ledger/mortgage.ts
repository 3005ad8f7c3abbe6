/**
 * Repayment of a mortgage loan (D8, E11) by equal installments (等额本息) or equal principal (等额本金).
 * Two figures of interest are told apart: that of the schedule as it is paid, rounded month by month, and
 * the exact one of the formula, rounded once at the end.
 */
import { type Decimal, decimal, fractionOf } from '#domain/shared/decimal.ts';
import { add, divide, lesser, type Money, money, multiply, subtract, sum } from '#domain/shared/money.ts';
import type { Decision } from '#domain/shared/refusal.ts';
import { aboveZero, fromZeroTo, invalid } from './input-checks.ts';
import type { RepaymentMethod } from './settlement-states.ts';

export type Loan = {
  principal: Money;
  annualRatePercent: Decimal;
  months: number;
  method: RepaymentMethod;
};

export type Repayment = {
  /** Counts from one. */
  month: number;
  payment: Money;
  interest: Money;
  principal: Money;
  /** What is still owed after the payment. */
  balance: Money;
};

export type RepaymentSchedule = {
  rows: Repayment[];
  totalInterest: Money;
  totalInterestUnrounded: Money;
};

export const MOST_MONTHS = 1_200;
/** Far above any bank's rate: it only keeps a slip of the keyboard from making numbers of no meaning. */
const MOST_PERCENT = decimal(1_000n);

export function repaymentSchedule(loan: Loan): Decision<RepaymentSchedule> {
  const { principal, annualRatePercent, months } = loan;
  const problem =
    aboveZero('principal', principal) ?? fromZeroTo('annualRatePercent', annualRatePercent, MOST_PERCENT);
  if (problem !== null) return problem;
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) {
    return invalid('months', `must be a whole number from 1 to ${MOST_MONTHS}`);
  }
  const rows = repayments(loan);
  return {
    plan: {
      rows,
      totalInterest: sum(
        rows.map(({ interest }) => interest),
        principal.currency,
      ),
      totalInterestUnrounded: unroundedInterest(loan),
    },
  };
}

type Fraction = { numerator: bigint; denominator: bigint };

function monthlyRate({ annualRatePercent }: Loan): Fraction {
  const { numerator, denominator } = fractionOf(annualRatePercent);
  return { numerator, denominator: denominator * 100n * 12n };
}

/** What every month pays of the unit borrowed: i (1+i)^n / ((1+i)^n - 1), or 1/n without interest. */
function equalInstallment(loan: Loan): Fraction {
  const { numerator: rate, denominator: one } = monthlyRate(loan);
  const months = BigInt(loan.months);
  if (rate === 0n) return { numerator: 1n, denominator: months };
  const grown = (one + rate) ** months;
  return { numerator: rate * grown, denominator: one * (grown - one ** months) };
}

function unroundedInterest(loan: Loan): Money {
  const { principal } = loan;
  const months = BigInt(loan.months);
  if (loan.method === 'EQUAL_PRINCIPAL') {
    const { numerator, denominator } = monthlyRate(loan);
    return multiply(principal, numerator * (months + 1n), denominator * 2n);
  }
  const { numerator, denominator } = equalInstallment(loan);
  const exact = principal.minor * (months * numerator - denominator);
  return money(divide(exact, denominator, 'HALF_UP'), principal.currency);
}

/** The last payment takes what the roundings left over. */
function repayments(loan: Loan): Repayment[] {
  const { principal: borrowed, months, method } = loan;
  const rate = monthlyRate(loan);
  const installment = equalInstallment(loan);
  const monthlyPayment = multiply(borrowed, installment.numerator, installment.denominator);
  const monthlyPrincipal = multiply(borrowed, 1n, BigInt(months));
  const rows: Repayment[] = [];
  let balance = borrowed;
  for (let month = 1; month <= months; month += 1) {
    const interest = multiply(balance, rate.numerator, rate.denominator);
    const agreed = method === 'EQUAL_PRINCIPAL' ? monthlyPrincipal : subtract(monthlyPayment, interest);
    // Of a few cents over many months each payment may round up: no payment takes more than is owed.
    const principal = month === months ? balance : lesser(agreed, balance);
    balance = subtract(balance, principal);
    rows.push({ month, payment: add(interest, principal), interest, principal, balance });
  }
  return rows;
}

/** A combined loan, commercial and provident fund, is its schedules added month by month (D8). */
export function combinedSchedule(first: RepaymentSchedule, second: RepaymentSchedule): RepaymentSchedule {
  const [longer, shorter] = first.rows.length >= second.rows.length ? [first, second] : [second, first];
  const rows = longer.rows.map((row, index) => {
    const other = shorter.rows[index];
    return other === undefined ? row : addedRow(row, other);
  });
  return {
    rows,
    totalInterest: add(first.totalInterest, second.totalInterest),
    totalInterestUnrounded: add(first.totalInterestUnrounded, second.totalInterestUnrounded),
  };
}

function addedRow(left: Repayment, right: Repayment): Repayment {
  return {
    month: left.month,
    payment: add(left.payment, right.payment),
    interest: add(left.interest, right.interest),
    principal: add(left.principal, right.principal),
    balance: add(left.balance, right.balance),
  };
}
