/** `calc ageing` (D10). */
import { ageing as age } from '#domain/ledger/ageing.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { calcRule } from './calc-rule.ts';
import { currencyField, dateField, list, object, optional, orNull, textField } from './fields.ts';

export const ageing = calcRule(
  (amount) =>
    object({
      currency: optional(currencyField),
      asOf: dateField,
      items: list(
        object({
          id: textField,
          due: orNull(dateField),
          amount,
          receipts: list(object({ on: dateField, amount })),
          waived: optional(amount),
        }),
      ),
    }),
  ({ asOf, items }, currency) => {
    const aged = items.map(({ due, waived, ...item }) => ({ ...item, dueOn: due, waived: waived ?? null }));
    const { buckets, total } = age(aged, asOf, currency);
    const texts = Object.entries(buckets).map(([bucket, open]) => [bucket, formatMoney(open)]);
    return { plan: { buckets: Object.fromEntries(texts), total: formatMoney(total) } };
  },
);
