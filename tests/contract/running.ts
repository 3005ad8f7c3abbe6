/** What a part of the contract is handed: the session, open once tests run, and short ways to write. */
import type { Session } from '#tests/contract/targets.ts';
import type { Loose } from '#tests/workspace/api-client.ts';

export type Running = { readonly session: Session };

let serial = 0;

/** A name of this run, never used before. */
export const nameOf = ({ session }: Running, word: string) => `${session.mark}-${word}-${++serial}`;

/** Sends a document and answers its data; a refusal fails the test. */
export async function data(
  { session }: Running,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Loose> {
  const answer = await session.ask(query, variables);
  if (answer.errors) throw new Error(`${query}\n${JSON.stringify(answer.errors)}`);
  return answer.data;
}

/** Sends a document that must be refused and answers the first error. */
export async function refusal(
  { session }: Running,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Loose> {
  const answer = await session.ask(query, variables);
  if (!answer.errors) throw new Error(`Not refused: ${query}\n${JSON.stringify(answer.data)}`);
  return answer.errors[0];
}

export type Created = { id: string } & Record<string, Loose>;

/** Creates one record and answers its id and whatever else was selected. */
export async function create(
  running: Running,
  object: string,
  values: Record<string, unknown>,
  selection = 'id',
): Promise<Created> {
  const name = `create${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  const answer = await data(running, `mutation($d: ${name}Input!){ ${name}(data: $d) { ${selection} } }`, {
    d: values,
  });
  return answer[name];
}

export async function update(
  running: Running,
  object: string,
  id: string,
  values: Record<string, unknown>,
  selection = 'id',
): Promise<Created> {
  const name = `update${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  const answer = await data(
    running,
    `mutation($i: UUID!, $d: JSON!){ ${name}(id: $i, data: $d) { ${selection} } }`,
    { i: id, d: values },
  );
  return answer[name];
}

export const newId = () => crypto.randomUUID();
