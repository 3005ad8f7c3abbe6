/** What the widget of a snag reads, in one request. */
import type { SnagCategory, SnagSeverity, SnagState } from '#domain/handover/after-sale-states.ts';
import { type Connection, listField, nodes, query } from '#widgets/shared/api/graphql.ts';
import { byId, first, readOne } from '#widgets/shared/command-form/one-record.ts';

export type SnagPage = {
  id: string;
  name: string | null;
  state: SnagState | null;
  severity: SnagSeverity | null;
  category: SnagCategory | null;
  room: string | null;
  description: string | null;
  dueAt: string | null;
  fixNote: string | null;
  declineReason: string | null;
  verifiedBy: string | null;
  reopened: number | null;
  photosBefore: number | null;
  photosAfter: number | null;
  pausedAt: string | null;
  pausedMinutes: number | null;
  foundBy: string | null;
  foundAt: string | null;
  contractor: { id: string; name: string | null } | null;
  unit: { id: string; name: string | null } | null;
};

const FIELDS = `id name state severity category room description dueAt fixNote declineReason verifiedBy reopened
  photosBefore photosAfter pausedAt pausedMinutes foundBy foundAt contractor { id name } unit { id name }`;

/** Null when the snag is gone. @throws ApiFailure */
export function readSnag(id: string): Promise<SnagPage | null> {
  return readOne<SnagPage>('keyturnSnags', FIELDS, id);
}

export type Company = { id: string; name: string | null };

/** With the companies that it may be assigned to. */
export async function readSnagAndCompanies(
  id: string,
): Promise<(SnagPage & { companies: Company[] }) | null> {
  const companies = listField({ root: 'companies', fields: 'id name', orderBy: '[{ name: AscNullsLast }]' });
  const data = await query<{ keyturnSnags: Connection<SnagPage>; companies: Connection<Company> }>(
    `query { ${byId('keyturnSnags', FIELDS, id)} ${companies} }`,
  );
  const snag = first(data.keyturnSnags);
  return snag && { ...snag, companies: nodes(data.companies) };
}
