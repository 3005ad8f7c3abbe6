/** What a person enters to change who buys with a contract. Pure. */
import { readDecimal } from '#widgets/shared/format/amount.ts';
import type { PartyDraft } from '#widgets/shared/people/parties.ts';

export type BuyersDraft = { parties: PartyDraft[]; fee: string; effectiveOn: string; reason: string };

/** Null where an amount was typed that is none. */
export function feeOf(typed: string): string | null {
  const plain = typed.trim();
  if (plain === '') return '';
  return /^0+(\.0+)?$/.test(plain) ? '0' : readDecimal(plain);
}
