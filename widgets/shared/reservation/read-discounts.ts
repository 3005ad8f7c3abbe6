/** The discounts that a project offers, in the order in which they are applied (D1). */
import type { DiscountAuthority } from '#domain/deal/discount-states.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

export type Discount = { id: string; name: string | null; authority: DiscountAuthority | null };

export async function readDiscounts(projectId: string | null): Promise<Discount[]> {
  if (projectId === null) return [];
  const discounts = listField({
    root: 'keyturnDiscountRules',
    fields: 'id name authority',
    filter: `{ projectId: { eq: ${literal(projectId)} }, isActive: { eq: true } }`,
    orderBy: '[{ step: AscNullsLast }]',
  });
  const data = await query<{ keyturnDiscountRules: Connection<Discount> }>(`query { ${discounts} }`);
  return nodes(data.keyturnDiscountRules);
}

/** Their names, with who has to agree. */
export function discountChoices(discounts: readonly Discount[], { t }: Words): [id: string, name: string][] {
  return discounts.map(({ id, name, authority }) => {
    const who =
      authority === 'APPROVAL'
        ? ` (${t('Only with approval')})`
        : authority === 'MANAGER'
          ? ` (${t('Sales manager')})`
          : '';
    return [id, `${name ?? '–'}${who}`];
  });
}
