/** The members of the workspace by name: who hands over, and who takes over. */
import { type Connection, nodes, query } from '#widgets/shared/api/graphql.ts';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

export type Member = { id: string; name: string };

const MOST = 200;

export async function readMembers(): Promise<Member[]> {
  const data = await query<{ workspaceMembers: Connection<{ id: string; name: PersonName }> }>(
    `query { workspaceMembers(first: ${MOST}) { edges { node { id name { firstName lastName } } } } }`,
  );
  return nodes(data.workspaceMembers)
    .map(({ id, name }) => ({ id, name: personName(name) ?? '–' }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
