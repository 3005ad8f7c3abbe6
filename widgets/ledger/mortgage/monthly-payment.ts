/** What a loan would cost the buyer a month, by the same rule that the command uses. */
import { type RepaymentSchedule, repaymentSchedule } from '#domain/ledger/mortgage.ts';
import type { RepaymentMethod } from '#domain/ledger/settlement-states.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, parseMoney } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { type Amount, amountOfDecimal, readDecimal } from '#widgets/shared/format/amount.ts';

export type LoanDraft = {
  amountAsked: string;
  termMonths: string;
  annualRatePercent: string;
  repayment: string;
};

export type Monthly = { first: Amount; last: Amount; interest: Amount };

/** Null while what is entered makes no loan yet. */
export function monthlyPayment(draft: LoanDraft, currency: string): Monthly | null {
  const schedule = scheduleOf(draft, currency);
  const [first, last] = [schedule?.rows[0], schedule?.rows.at(-1)];
  if (schedule === null || first === undefined || last === undefined) return null;
  const amounts = [first.payment, last.payment, schedule.totalInterest].map((money) =>
    amountOfDecimal(formatMoney(money), currency),
  );
  const [firstAmount, lastAmount, interest] = amounts;
  if (!firstAmount || !lastAmount || !interest) return null;
  return { first: firstAmount, last: lastAmount, interest };
}

function scheduleOf(draft: LoanDraft, currency: string): RepaymentSchedule | null {
  const principal = readDecimal(draft.amountAsked);
  if (principal === null) return null;
  try {
    const decided = repaymentSchedule({
      principal: parseMoney(principal, currency),
      annualRatePercent: parseDecimal(draft.annualRatePercent),
      months: Number(draft.termMonths),
      method: draft.repayment as RepaymentMethod,
    });
    return isRefused(decided) ? null : decided.plan;
  } catch {
    // Half typed figures are no loan; what is wrong is said at the field when it is sent.
    return null;
  }
}
