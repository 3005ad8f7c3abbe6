/** A contract whose buyers are to be changed, with who buys now. */
import { CONTRACT_FIELDS, type ContractRecord } from '#widgets/ledger/contract-subject.ts';
import { type Connection, nodes, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import { type PartyRecord, partiesField } from '#widgets/shared/people/read-parties.ts';

type Contract = Omit<ContractRecord, 'unit'> & {
  unit: { id: string; name: string | null; project: { buyerChangeFee: StoredAmount } | null } | null;
};

export type ChangeBuyersSubject = { contract: Contract; parties: PartyRecord[] };

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
const UNIT = `unit { id name deletedAt project { buyerChangeFee ${MONEY} } }`;
const FIELDS = CONTRACT_FIELDS.replace('unit { id name }', UNIT);

export async function readChangeBuyersSubject(id: string): Promise<ChangeBuyersSubject | null> {
  const data = await query<{
    keyturnContracts: Connection<Contract>;
    keyturnParties: Connection<PartyRecord>;
  }>(`query { ${byId('keyturnContracts', FIELDS, id)} ${partiesField('contractId', id)} }`);
  const contract = first(data.keyturnContracts);
  return contract === null ? null : { contract, parties: nodes(data.keyturnParties) };
}
