/** What the server tells the page, and what is chosen on it; a choice is kept in the address. */
import type { Catalogue } from '../catalogue.ts';

export type DemoMember = { id: string; userId: string; name: string; roleLabel: string; token: string };

export type Settings = {
  url: string;
  members: DemoMember[];
  catalogue: Catalogue;
  words: Record<string, Record<string, string>>;
};

export type Language = 'en' | 'zh-CN';

export type Choice = { member: DemoMember; language: Language; scheme: 'light' | 'dark' };

export async function readSettings(): Promise<Settings> {
  return (await (await fetch('/settings.json')).json()) as Settings;
}

/** A stranger's address must not break the page: what is not known counts as the first. */
export function choiceOf(query: URLSearchParams, { members }: Settings): Choice {
  const [first] = members;
  const member = members.find(({ id }) => id === query.get('member')) ?? first;
  if (member === undefined) throw new Error('The workspace has no members');
  return {
    member,
    language: query.get('language') === 'zh-CN' ? 'zh-CN' : 'en',
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
  };
}

export async function ask<T>(
  settings: Settings,
  { member }: Choice,
  path: string,
  query: string,
): Promise<T> {
  const response = await fetch(`${settings.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${member.token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  const [error] = errors ?? [];
  if (error !== undefined) throw new Error(error.message);
  return data;
}
