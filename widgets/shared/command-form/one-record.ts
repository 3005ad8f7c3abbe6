/** Reads the one record that a form is about. */
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';

export function byId(root: string, fields: string, id: string): string {
  return listField({ root, fields, filter: `{ id: { eq: ${literal(id)} } }` });
}

export async function readOne<T>(root: string, fields: string, id: string): Promise<T | null> {
  const data = await query<Record<string, Connection<T>>>(`query { ${byId(root, fields, id)} }`);
  return first(data[root]);
}

export function first<T>(connection: Connection<T> | undefined): T | null {
  return connection === undefined ? null : (nodes(connection)[0] ?? null);
}
