/** Looks for buyers among the people of the workspace. */
import { type Connection, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { type PersonName, personName } from './person-name.ts';

export type Person = { id: string; name: string; detail: string | null };

type PersonRecord = {
  id: string;
  name: PersonName;
  emails: { primaryEmail: string | null } | null;
  phones: { primaryPhoneNumber: string | null } | null;
};

const MOST = 8;

/** The wildcards of a pattern are taken as what they are. */
function pattern(word: string): string {
  return literal(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

function inOneField(word: string): string[] {
  const like = `{ ilike: ${pattern(word)} }`;
  return [
    `{ name: { firstName: ${like} } }`,
    `{ name: { lastName: ${like} } }`,
    `{ emails: { primaryEmail: ${like} } }`,
  ];
}

/** 王小明 is one word, but a family name and a given name in the record. */
function acrossName(word: string): string[] {
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return [];
  const [family = '', ...given] = [...word];
  const last = `{ name: { lastName: { ilike: ${pattern(family)} } } }`;
  return [`{ and: [${last}, { name: { firstName: { ilike: ${pattern(given.join(''))} } } }] }`];
}

/** Every word must be in a name or the e-mail address. */
export async function searchPeople(typed: string): Promise<Person[]> {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 4);
  if (words.length === 0) return [];
  const each = words.map((word) => `{ or: [${[...inOneField(word), ...acrossName(word)].join(', ')}] }`);
  const data = await query<{ people: Connection<PersonRecord> }>(
    `query { people(first: ${MOST}, filter: { and: [${each.join(', ')}] }) {
      edges { node { id name { firstName lastName } emails { primaryEmail } phones { primaryPhoneNumber } } } } }`,
  );
  return nodes(data.people).map((person) => ({
    id: person.id,
    name: personName(person.name) ?? person.emails?.primaryEmail ?? '–',
    detail:
      [person.emails?.primaryEmail, person.phones?.primaryPhoneNumber].filter(Boolean).join(' · ') || null,
  }));
}
