/** Other buyers of a contract (更名, 增减名, C4): who stays, who joins, who leaves, with shares of exactly 100 %. */
import { type Decision, refuse } from '#domain/shared/refusal.ts';

/** A share is in ten-thousandths of a percent: 100 % are 1,000,000. */
export type PartyShare = { buyerId: string | null; companyId: string | null; share: number };
export type KnownParty = PartyShare & { id: string; isFirst: boolean };

export type BuyersChange = {
  joining: (PartyShare & { isFirst: boolean })[];
  staying: { id: string; share: number; isFirst: boolean; isChanged: boolean }[];
  /** Ids of the parties who leave; they stay on record. */
  leaving: string[];
};

const ALL = 1_000_000;
export const MOST_PARTIES = 20;

/** `wanted` are all buyers after the change; the first of them stands first in the contract. */
export function decideBuyers(
  known: readonly KnownParty[],
  wanted: readonly PartyShare[],
): Decision<BuyersChange> {
  const problem = problemOf(wanted);
  if (problem !== null) return refuse({ code: 'INVALID_INPUT', field: 'parties', problem });
  const change: BuyersChange = { joining: [], staying: [], leaving: [] };
  for (const [index, party] of wanted.entries()) {
    const isFirst = index === 0;
    const own = known.find((one) => whoIs(one) === whoIs(party));
    if (own === undefined) change.joining.push({ ...party, isFirst });
    else {
      const { id, share } = own;
      const isChanged = share !== party.share || own.isFirst !== isFirst;
      change.staying.push({ id, share: party.share, isFirst, isChanged });
    }
  }
  change.leaving = known
    .filter((one) => !wanted.some((party) => whoIs(party) === whoIs(one)))
    .map(({ id }) => id);
  return { plan: change };
}

export function changesNothing({ joining, staying, leaving }: BuyersChange): boolean {
  return joining.length === 0 && leaving.length === 0 && staying.every(({ isChanged }) => !isChanged);
}

function problemOf(wanted: readonly PartyShare[]): string | null {
  if (wanted.length === 0) return 'must name at least one buyer';
  if (wanted.length > MOST_PARTIES) return `must name at most ${MOST_PARTIES} buyers`;
  if (wanted.some(({ buyerId, companyId }) => (buyerId === null) === (companyId === null)))
    return 'must each name a person or a company, one of the two';
  if (new Set(wanted.map(whoIs)).size < wanted.length) return 'must name each buyer once';
  if (wanted.some(({ share }) => share <= 0)) return 'must each have a share above zero';
  const sum = wanted.reduce((total, { share }) => total + share, 0);
  return sum === ALL ? null : `have shares of ${shareText(sum)} % together instead of 100 %`;
}

function whoIs({ buyerId, companyId }: PartyShare): string {
  return buyerId === null ? `company ${companyId}` : `person ${buyerId}`;
}

/** "33.3333", "50": as people write it. */
export function shareText(share: number): string {
  const [whole, rest] = [Math.floor(share / 10_000), share % 10_000];
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(4, '0').replace(/0+$/, '')}`;
}
