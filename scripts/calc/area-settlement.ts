/** `calc area-settlement` (D5, E8): as if the buyer keeps the home. */
import { AREA_PLACES, areaOf, STATUTORY_AREA_RULE, settleArea } from '#domain/ledger/area-settlement.ts';
import { formatDecimal } from '#domain/shared/decimal.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { calcRule } from './calc-rule.ts';
import { currencyField, decimalField, field, object, optional, readDecimal, Unreadable } from './fields.ts';

const areaField = field((value): bigint => {
  const area = areaOf(readDecimal(value));
  if (area === null) throw new Unreadable(`must have at most ${AREA_PLACES} decimal places`);
  return area;
});

export const areaSettlement = calcRule(
  (amount) =>
    object({
      currency: currencyField,
      contractArea: areaField,
      measuredArea: areaField,
      unitPrice: amount,
      rule: optional(
        object({ tolerancePercent: optional(decimalField), shortfallMultiplier: optional(decimalField) }),
      ),
    }),
  ({ contractArea, measuredArea, unitPrice, rule }) => {
    const settled = settleArea(
      { contractArea, measuredArea, unitPrice },
      {
        tolerancePercent: rule?.tolerancePercent ?? STATUTORY_AREA_RULE.tolerancePercent,
        shortfallMultiplier: rule?.shortfallMultiplier ?? STATUTORY_AREA_RULE.shortfallMultiplier,
      },
    );
    if ('refused' in settled) return settled;
    const { ratioPercent, buyerMayRescind, buyerPays, buyerRefund, developerBearsArea } = settled.plan;
    return {
      plan: {
        ratioPercent,
        buyerMayRescind,
        buyerPays: formatMoney(buyerPays),
        buyerRefund: formatMoney(buyerRefund),
        developerBearsArea: formatDecimal(developerBearsArea, 2),
      },
    };
  },
);
