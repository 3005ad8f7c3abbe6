/** `calc retention` (D7, E10): the most that may be kept, and what goes back at least. */
import { retention as retain } from '#domain/ledger/retention.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { calcRule } from './calc-rule.ts';
import { currencyField, decimalField, object, oneOf, optional, yesNoField } from './fields.ts';

export const retention = calcRule(
  (amount) =>
    object({
      currency: optional(currencyField),
      regime: oneOf('DUBAI'),
      unitPrice: amount,
      paid: amount,
      completionPercent: decimalField,
      cancelledByRegulator: optional(yesNoField),
    }),
  ({ regime, cancelledByRegulator, ...sale }) => {
    const decided = retain(regime, { ...sale, isCancelledByRegulator: cancelledByRegulator === true });
    if ('refused' in decided) return decided;
    const { retained, refund } = decided.plan;
    return { plan: { retained: formatMoney(retained), refund: formatMoney(refund) } };
  },
);
