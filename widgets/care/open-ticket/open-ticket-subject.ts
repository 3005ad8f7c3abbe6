/** What a new ticket is about: a home, a contract or a person, whichever was selected. One request. */
import { type Connection, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

export type OpenSubject = { what: 'UNIT' | 'CONTRACT' | 'PERSON'; id: string; name: string };

type Answer = {
  keyturnUnits?: Connection<{ id: string; name: string | null }>;
  keyturnContracts?: Connection<{ id: string; name: string | null }>;
  people?: Connection<{ id: string; name: PersonName }>;
};

export async function readOpenSubject(id: string): Promise<OpenSubject | null> {
  const fields = [
    byId('keyturnUnits', 'id name', id),
    byId('keyturnContracts', 'id name', id),
    byId('people', 'id name { firstName lastName }', id),
  ];
  const data = await query<Answer>(`query { ${fields.join(' ')} }`);
  const [unit, contract, person] = [
    first(data.keyturnUnits),
    first(data.keyturnContracts),
    first(data.people),
  ];
  if (unit !== null) return { what: 'UNIT', id, name: unit.name ?? '–' };
  if (contract !== null) return { what: 'CONTRACT', id, name: contract.name ?? '–' };
  return person === null ? null : { what: 'PERSON', id, name: personName(person.name) ?? '–' };
}

export function openFacts({ what, name }: OpenSubject, { t }: Words): Fact[] {
  const labels = { UNIT: t('Unit'), CONTRACT: t('Contract'), PERSON: t('Customer') };
  return [[labels[what], name]];
}
