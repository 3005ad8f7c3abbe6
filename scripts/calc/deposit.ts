/** `calc deposit` (D7, E9). */
import { settleDeposit } from '#domain/ledger/deposit.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { calcRule } from './calc-rule.ts';
import { currencyField, object, oneOf, optional } from './fields.ts';

export const deposit = calcRule(
  (amount) =>
    object({
      currency: optional(currencyField),
      price: amount,
      agreed: amount,
      paid: amount,
      defaulter: oneOf('BUYER', 'SELLER'),
    }),
  ({ price, agreed, paid, defaulter }) => {
    const settled = settleDeposit({ price, agreed, paid }, defaulter);
    if ('refused' in settled) return settled;
    const { depositPart, prepaymentPart, returned, forfeited } = settled.plan;
    return {
      plan: {
        depositPart: formatMoney(depositPart),
        prepaymentPart: formatMoney(prepaymentPart),
        returned: formatMoney(returned),
        forfeited: formatMoney(forfeited),
      },
    };
  },
);
