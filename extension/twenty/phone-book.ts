/** People of Twenty by the end of a phone number: the first one and all further ones. */
import type { PhoneBook } from '#port/phone-book.ts';
import { dataOrThrow, type TwentyClient } from './client.ts';

type Number = { number?: string | null; callingCode?: string | null };
type Node = {
  id: string;
  name: { firstName: string | null; lastName: string | null } | null;
  phones: {
    primaryPhoneNumber: string | null;
    primaryPhoneCallingCode: string | null;
    additionalPhones: Number[] | null;
  } | null;
};

export function twentyPhoneBook(client: TwentyClient): PhoneBook {
  return {
    async endingWith(digits, most) {
      const like = `%${digits.replace(/\D/g, '')}`;
      const filter = {
        or: [
          { phones: { primaryPhoneNumber: { like } } },
          { phones: { additionalPhones: { like: `${like}%` } } },
        ],
      };
      const data = dataOrThrow(
        await client.graphql(
          `query ($filter: PersonFilterInput, $first: Int) { people(filter: $filter, first: $first) { edges { node {
            id name { firstName lastName } phones { primaryPhoneNumber primaryPhoneCallingCode additionalPhones } } } } }`,
          { filter, first: most },
        ),
      );
      const { edges } = data.people as { edges: { node: Node }[] };
      return edges.map(({ node: { id, name, phones } }) => ({
        id,
        name: [name?.firstName, name?.lastName].filter(Boolean).join(' '),
        numbers: [
          spelled({
            number: phones?.primaryPhoneNumber ?? null,
            callingCode: phones?.primaryPhoneCallingCode ?? null,
          }),
          ...(phones?.additionalPhones ?? []).map(spelled),
        ].filter((number) => number !== ''),
      }));
    },
  };
}

function spelled({ number, callingCode }: Number): string {
  if (!number) return '';
  return callingCode ? `${callingCode}${number}` : number;
}
