/** `calc mortgage` (D8, E11). */
import { repaymentSchedule } from '#domain/ledger/mortgage.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { calcRule } from './calc-rule.ts';
import { currencyField, decimalField, object, oneOf, optional, wholeField } from './fields.ts';

export const mortgage = calcRule(
  (amount) =>
    object({
      currency: optional(currencyField),
      principal: amount,
      annualRatePercent: decimalField,
      months: wholeField,
      method: oneOf('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'),
    }),
  (loan) => {
    const schedule = repaymentSchedule(loan);
    if ('refused' in schedule) return schedule;
    const { rows, totalInterest, totalInterestUnrounded } = schedule.plan;
    const [first, last] = [rows.at(0), rows.at(-1)];
    if (first === undefined || last === undefined) throw new Error('a loan has at least one month');
    return {
      plan: {
        payment: formatMoney(first.payment),
        first: { interest: formatMoney(first.interest), principal: formatMoney(first.principal) },
        lastPayment: formatMoney(last.payment),
        totalInterest: formatMoney(totalInterest),
        totalInterestUnrounded: formatMoney(totalInterestUnrounded),
      },
    };
  },
);
