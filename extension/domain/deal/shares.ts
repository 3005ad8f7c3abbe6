/** Who buys together, and with which shares: they add up to exactly 100 as decimals (D1), nobody twice. */
import {
  addDecimals,
  compareDecimals,
  decimal,
  formatDecimal,
  isPositiveDecimal,
  parseDecimal,
} from '#domain/shared/decimal.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';

export type SharedBy = { buyerId?: string | undefined; companyId?: string | undefined; sharePercent: string };

const HUNDRED = decimal(100n);
const MOST_PLACES = 4;

/** Plan: the shares as stored numbers, in the order given; the first party is the first buyer. */
export function decideShares(parties: readonly SharedBy[]): Decision<number[]> {
  const wrong = (problem: string) => refuse({ code: 'INVALID_INPUT', field: 'parties', problem });
  if (parties.length === 0) return wrong('must name at least one buyer');
  const known = new Set<string>();
  const shares = [];
  for (const { buyerId, companyId, sharePercent } of parties) {
    if ((buyerId === undefined) === (companyId === undefined))
      return wrong('must each be a person or a company, one of the two');
    const id = buyerId ?? companyId ?? '';
    if (known.has(id)) return wrong('name somebody twice');
    known.add(id);
    const share = parseDecimal(sharePercent);
    if (!isPositiveDecimal(share)) return wrong('must each have a share above zero');
    if (share.places > MOST_PLACES) return wrong(`have a share with more than ${MOST_PLACES} decimal places`);
    shares.push(share);
  }
  const total = addDecimals(shares);
  if (compareDecimals(total, HUNDRED) !== 0)
    return wrong(`must have shares of exactly 100 percent together; these are ${formatDecimal(total)}`);
  return { plan: shares.map((share) => Number(formatDecimal(share))) };
}
