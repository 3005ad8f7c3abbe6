/** `calc commission` (D14, E13). */
import { commissionShares, commission as earned } from '#domain/ledger/commission.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { calcRule } from './calc-rule.ts';
import { currencyField, decimalField, list, object, oneOf, optional, orNull } from './fields.ts';

export const commission = calcRule(
  (amount) =>
    object({
      currency: optional(currencyField),
      amount,
      mode: oneOf('MARGINAL', 'WHOLE'),
      tiers: list(object({ from: amount, to: orNull(amount), percent: decimalField })),
      split: optional(list(decimalField)),
    }),
  ({ amount, mode, tiers, split }) => {
    const whole = earned(amount, { mode, tiers });
    if ('refused' in whole) return whole;
    const answer = { commission: formatMoney(whole.plan) };
    if (split === undefined) return { plan: answer };
    const shares = commissionShares(whole.plan, split);
    return 'refused' in shares ? shares : { plan: { ...answer, shares: shares.plan.map(formatMoney) } };
  },
);
