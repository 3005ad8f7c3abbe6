/** `calc late-fee` (D3, E5, E6): one installment, its payments, and what being late costs up to a day. */
import { payLate } from '#domain/ledger/late-payments.ts';
import { compareDecimals, formatDecimal } from '#domain/shared/decimal.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { refuse } from '#domain/shared/refusal.ts';
import { calcRule } from './calc-rule.ts';
import {
  currencyField,
  dateField,
  decimalField,
  list,
  object,
  oneOf,
  optional,
  wholeField,
} from './fields.ts';

export const lateFee = calcRule(
  (amount) =>
    object({
      currency: currencyField,
      amount,
      due: dateField,
      payments: list(object({ on: dateField, amount })),
      asOf: dateField,
      rule: object({
        ratePerDay: decimalField,
        graceDays: optional(wholeField),
        graceFrom: optional(oneOf('due', 'graceEnd')),
        band: optional(
          object({
            afterDays: wholeField,
            ratePerDay: decimalField,
            mode: oneOf('WHOLE_PERIOD', 'MARGINAL'),
          }),
        ),
        order: oneOf('PRINCIPAL_FIRST', 'FEE_THEN_PRINCIPAL'),
        cap: optional(amount),
      }),
    }),
  ({ amount, due, payments, asOf, rule }) => {
    const { ratePerDay, graceDays = 0, graceFrom = 'due', band = null, order, cap = null } = rule;
    // D3: the second rate is not lower, or the fee would shrink with the days.
    if (band !== null && compareDecimals(band.ratePerDay, ratePerDay) < 0)
      return refuse({
        code: 'INVALID_INPUT',
        field: 'rule.band.ratePerDay',
        problem: 'must not be lower than the first rate',
      });
    const terms = { ratePerDay, graceDays, graceFrom: FROM[graceFrom], band, cap };
    const { fee, principalLeft, feeLeft, segments } = payLate(
      { amount, dueOn: due },
      payments,
      terms,
      order,
      asOf,
    );
    return {
      plan: {
        fee: formatMoney(fee),
        principalLeft: formatMoney(principalLeft),
        feeLeft: formatMoney(feeLeft),
        segments: segments.map((one) => ({
          from: one.from,
          to: one.to,
          days: one.days,
          base: formatMoney(one.base),
          ratePerDay: formatDecimal(one.ratePerDay),
          fee: formatMoney(one.fee),
        })),
      },
    };
  },
);

const FROM = { due: 'DUE', graceEnd: 'GRACE_END' } as const;
