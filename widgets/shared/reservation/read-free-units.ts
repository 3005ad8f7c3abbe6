/** Units of a project that are for sale, to choose another one of. */
import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';

export type FreeUnit = { id: string; name: string | null; kind: UnitKind | null };

export async function readFreeUnits(
  projectId: string | null,
  kinds: readonly UnitKind[] = [],
): Promise<FreeUnit[]> {
  if (projectId === null) return [];
  const ofKind =
    kinds.length === 0 ? '' : `, kind: { in: [${kinds.map((kind) => literal(kind)).join(', ')}] }`;
  const units = listField({
    root: 'keyturnUnits',
    fields: 'id name kind',
    filter: `{ projectId: { eq: ${literal(projectId)} }, state: { eq: "AVAILABLE" }${ofKind} }`,
    orderBy: '[{ name: AscNullsLast }]',
  });
  const data = await query<{ keyturnUnits: Connection<FreeUnit> }>(`query { ${units} }`);
  return nodes(data.keyturnUnits);
}

export function freeUnitChoices(units: readonly FreeUnit[]): [id: string, name: string][] {
  return units.map(({ id, name }) => [id, name ?? '–']);
}
