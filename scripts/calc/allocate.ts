/** `calc allocate` (D4, E7): which fees and principals one receipt pays, oldest installment first. */
import { type Debt, allocate as give } from '#domain/ledger/allocate.ts';
import { isDue } from '#domain/ledger/installment.ts';
import { lateFee } from '#domain/ledger/late-fee.ts';
import type { Decimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import { calcRule } from './calc-rule.ts';
import {
  currencyField,
  dateField,
  decimalField,
  list,
  object,
  oneOf,
  orNull,
  textField,
  yesNoField,
} from './fields.ts';

export const allocate = calcRule(
  (amount) =>
    object({
      currency: currencyField,
      asOf: dateField,
      ratePerDay: decimalField,
      installments: list(object({ id: textField, due: orNull(dateField), open: amount })),
      receipt: amount,
      order: oneOf('FEE_THEN_PRINCIPAL_PER_INSTALLMENT', 'ALL_FEES_THEN_PRINCIPAL', 'PRINCIPAL_FIRST'),
      prepay: yesNoField,
    }),
  ({ currency, asOf, ratePerDay, installments, receipt, order, prepay }) => {
    const twice = installments.findIndex(({ id }, at) => installments.findIndex((one) => one.id === id) < at);
    if (twice >= 0)
      return refuse({ code: 'INVALID_INPUT', field: `installments.${twice}.id`, problem: 'is there twice' });
    const debts = installments.map(({ id, due, open }, seq): Debt => {
      const fee = due === null ? zero(currency) : feeOf(open, due, ratePerDay, asOf);
      return { id, seq, dueOn: due, principal: open, fee };
    });
    const meant = debts.filter((debt) => prepay || isDue(debt, asOf));
    const { parts, rest } = give(receipt, meant, order);
    const left = (debt: Debt, kind: 'PRINCIPAL' | 'FEE', owed: Money) =>
      subtract(
        owed,
        sum(
          parts.filter((part) => part.id === debt.id && part.kind === kind).map(({ amount }) => amount),
          currency,
        ),
      );
    return {
      plan: {
        allocations: parts.map(({ id, kind, amount }) => ({
          installment: id,
          kind,
          amount: formatMoney(amount),
        })),
        left: debts.map((debt) => ({
          installment: debt.id,
          principal: formatMoney(left(debt, 'PRINCIPAL', debt.principal)),
          fee: formatMoney(left(debt, 'FEE', debt.fee)),
        })),
        unallocated: formatMoney(rest),
      },
    };
  },
);

function feeOf(amount: Money, dueOn: PlainDate, ratePerDay: Decimal, asOf: PlainDate): Money {
  const rule = { ratePerDay, graceDays: 0, graceFrom: 'DUE' as const, band: null, cap: null };
  return lateFee({ amount, dueOn, reductions: [] }, rule, asOf);
}
