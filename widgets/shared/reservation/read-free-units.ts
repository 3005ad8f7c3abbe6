/** Units of a project that are for sale, to choose one of. */
import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { allPages, literal } from '#widgets/shared/api/graphql.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, numberText, type StoredAmount } from '#widgets/shared/format/amount.ts';

export type FreeUnit = {
  id: string;
  name: string | null;
  kind: UnitKind | null;
  areaSquareMetres: number | null;
  listPrice: StoredAmount;
};

export const FREE_UNIT_FIELDS = `id name kind areaSquareMetres listPrice ${MONEY}`;

export async function readFreeUnits(
  projectId: string | null,
  kinds: readonly UnitKind[] = [],
): Promise<FreeUnit[]> {
  if (projectId === null) return [];
  const ofKind = kinds.length === 0 ? '' : `, kind: { in: [${kinds.join(', ')}] }`;
  return allPages<FreeUnit>({
    root: 'keyturnUnits',
    fields: FREE_UNIT_FIELDS,
    filter: `{ projectId: { eq: ${literal(projectId)} }, state: { eq: AVAILABLE }${ofKind} }`,
    orderBy: '[{ name: AscNullsLast }]',
  });
}

/** "A-12-03 · 98.5 m² · 1,000,000.00 EUR" */
export function unitChoice(
  { name, areaSquareMetres, listPrice }: Omit<FreeUnit, 'kind'>,
  locale: string,
): string {
  const price = amountOf(listPrice);
  const parts = [
    name ?? '–',
    areaSquareMetres === null ? null : `${numberText(areaSquareMetres, locale)} m²`,
    price === null ? null : amountText(price, locale),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

export function freeUnitChoices(units: readonly FreeUnit[]): [id: string, name: string][] {
  return units.map((unit) => [unit.id, unitChoice(unit, 'en')]);
}
