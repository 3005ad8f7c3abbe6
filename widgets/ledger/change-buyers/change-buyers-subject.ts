/** A contract whose buyers are to be changed, with who buys now. */
import { CONTRACT_FIELDS, type ContractRecord } from '#widgets/ledger/contract-subject.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { BUYER, type BuyerRecord, buyerName, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import type { PartyDraft } from './buyers-draft.ts';

type Party = BuyerRecord & { id: string; sharePercent: number | null; isFirst: boolean | null };
type Contract = Omit<ContractRecord, 'unit'> & {
  unit: { id: string; name: string | null; project: { buyerChangeFee: StoredAmount } | null } | null;
};

export type ChangeBuyersSubject = { contract: Contract; parties: Party[] };

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
const UNIT = `unit { id name deletedAt project { buyerChangeFee ${MONEY} } }`;
const FIELDS = CONTRACT_FIELDS.replace('unit { id name }', UNIT);

export async function readChangeBuyersSubject(id: string): Promise<ChangeBuyersSubject | null> {
  const parties = listField({
    root: 'keyturnParties',
    fields: `id sharePercent isFirst ${BUYER}`,
    filter: `{ contractId: { eq: ${literal(id)} }, state: { eq: ACTIVE } }`,
    orderBy: '[{ isFirst: DescNullsLast }]',
  });
  const data = await query<{ keyturnContracts: Connection<Contract>; keyturnParties: Connection<Party> }>(
    `query { ${byId('keyturnContracts', FIELDS, id)} ${parties} }`,
  );
  const contract = first(data.keyturnContracts);
  return contract === null ? null : { contract, parties: nodes(data.keyturnParties) };
}

/** As they are now; without rows the contract's buyer is the one party, with 100 %. */
export function partiesNow({ contract, parties }: ChangeBuyersSubject): PartyDraft[] {
  const all: (BuyerRecord & { sharePercent: number | null })[] =
    parties.length > 0 ? parties : [{ ...contract, sharePercent: 100 }];
  return all.map((one, key) => {
    const id = one.buyer?.id ?? one.company?.id ?? null;
    const who = { id, name: buyerName(one) ?? '–', isCompany: one.buyer === null && one.company !== null };
    return { key, who: id === null ? null : who, share: String(one.sharePercent ?? '') };
  });
}
