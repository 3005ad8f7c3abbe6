/**
 * People of Twenty by the end of a phone number, the first one and all further ones, and what is open of them: all of
 * it in one request. A list may not stand in a list, so contracts are asked for by the number of their buyer, with
 * their installments, and not through the person (platform rule).
 */
import type { OpenStates, PhoneBook } from '#port/phone-book.ts';
import type { RecordOf } from '#port/records.ts';
import { hasSeal } from '#port/seal.ts';
import { dataOrThrow, type TwentyClient } from './client.ts';
import { loadedRecord, plural, selection, typeName } from './mapping.ts';

type Node = Record<string, unknown>;
type Connection = { edges: { node: Node }[] };
type Number = { number?: string | null; callingCode?: string | null };
type Person = {
  id: string;
  name: { firstName: string | null; lastName: string | null } | null;
  phones: {
    primaryPhoneNumber: string | null;
    primaryPhoneCallingCode: string | null;
    additionalPhones: Number[] | null;
  } | null;
};

/** Most rows that Twenty gives of a list in a record. */
const MOST_IN_LIST = 60;
const MOST_ROWS = 200;

/** Which relation of a record leads to the person, and what comes along with it. */
const OF_PERSON = {
  contract: { person: 'buyer', more: `installments { edges { node { ${selection('installment')} } } }` },
  reservation: { person: 'buyer', more: '' },
  serviceTicket: { person: 'customer', more: '' },
} as const;

type Open = keyof typeof OF_PERSON;
const OPEN = Object.keys(OF_PERSON) as Open[];

export function twentyPhoneBook(client: TwentyClient): PhoneBook {
  return {
    async endingWith(digits, open, most) {
      const like = `%${digits.replace(/\D/g, '')}`;
      const { document, variables } = request(like, open, most);
      const data = dataOrThrow(await client.graphql(document, variables));
      const nodesOf = (name: string) => (data[name] as Connection).edges.map(({ node }) => node);
      const sealed = (object: Open) => nodesOf(plural(object)).filter(hasSeal);
      const contracts = sealed('contract');
      const lists = contracts.map(({ id, installments }) => ({
        id: String(id),
        nodes: (installments as Connection).edges.map(({ node }) => node),
      }));
      const loaded = <O extends Open | 'installment'>(object: O, nodes: readonly Node[]) =>
        nodes.map((node) => loadedRecord(object, node) as RecordOf<O>);
      return {
        people: nodesOf('people').map((node) => entryOf(node as Person)),
        contracts: loaded('contract', contracts),
        installments: loaded('installment', lists.flatMap(({ nodes }) => nodes).filter(hasSeal)),
        cutShort: lists.filter(({ nodes }) => nodes.length >= MOST_IN_LIST).map(({ id }) => id),
        reservations: loaded('reservation', sealed('reservation')),
        tickets: loaded('serviceTicket', sealed('serviceTicket')),
      };
    },
  };
}

/** One condition of a number on the person itself, or on the person to whom a relation leads. */
function hasNumber(like: string, relation?: string) {
  const of = (phones: Node) => (relation === undefined ? { phones } : { [relation]: { phones } });
  return { or: [of({ primaryPhoneNumber: { like } }), of({ additionalPhones: { like: `${like}%` } })] };
}

function request(like: string, open: OpenStates, most: number) {
  const roots = OPEN.map((object) => {
    const fields = `${selection(object)} ${OF_PERSON[object].more}`;
    return `${plural(object)}(filter: $${object}, first: ${MOST_ROWS}) { edges { node { ${fields} } } }`;
  });
  const declared = OPEN.map((object) => `$${object}: ${typeName(object)}FilterInput`);
  const document = `query ($people: PersonFilterInput, $first: Int, ${declared.join(', ')}) {
    people(filter: $people, first: $first) { edges { node {
      id name { firstName lastName } phones { primaryPhoneNumber primaryPhoneCallingCode additionalPhones } } } }
    ${roots.join(' ')} }`;
  const filters = OPEN.map((object) => [
    object,
    { and: [{ state: { in: open[object] } }, hasNumber(like, OF_PERSON[object].person)] },
  ]);
  return { document, variables: { people: hasNumber(like), first: most, ...Object.fromEntries(filters) } };
}

function entryOf({ id, name, phones }: Person) {
  const first = {
    number: phones?.primaryPhoneNumber ?? null,
    callingCode: phones?.primaryPhoneCallingCode ?? null,
  };
  return {
    id,
    name: [name?.firstName, name?.lastName].filter(Boolean).join(' '),
    numbers: [first, ...(phones?.additionalPhones ?? [])].map(spelled).filter((number) => number !== ''),
  };
}

function spelled({ number, callingCode }: Number): string {
  if (!number) return '';
  return callingCode ? `${callingCode}${number}` : number;
}
