/** Who buys now, with a reservation or a contract. */
import { listField, literal } from '#widgets/shared/api/graphql.ts';
import { BUYER, type BuyerRecord, buyerName } from '#widgets/shared/command-form/record-texts.ts';
import type { PartyDraft } from './parties.ts';

export type PartyRecord = BuyerRecord & { id: string; sharePercent: number | null; isFirst: boolean | null };

/** Root field of a document: the parties that have not left, the first buyer first. */
export function partiesField(of: 'contractId' | 'reservationId', id: string): string {
  return listField({
    root: 'keyturnParties',
    fields: `id sharePercent isFirst ${BUYER}`,
    filter: `{ ${of}: { eq: ${literal(id)} }, state: { eq: ACTIVE } }`,
    orderBy: '[{ isFirst: DescNullsLast }]',
  });
}

/** Without rows the deal's own buyer is the one party, with 100 %. */
export function partyDrafts(parties: readonly PartyRecord[], deal: BuyerRecord): PartyDraft[] {
  const all: (BuyerRecord & { sharePercent: number | null })[] =
    parties.length > 0 ? [...parties] : [{ ...deal, sharePercent: 100 }];
  return all.map((one, key) => {
    const id = one.buyer?.id ?? one.company?.id ?? null;
    const who = { id, name: buyerName(one) ?? '–', isCompany: one.buyer === null && one.company !== null };
    return { key, who: id === null ? null : who, share: String(one.sharePercent ?? '') };
  });
}
