/**
 * The month of a salesperson and the league of a team (F2, "Net contracts"): signed in the month less cancelled in
 * it, whenever it was signed. Ranked by amount; who sold for the same amount stands at the same place.
 */
import { add, type Money, subtract, zero } from '#domain/shared/money.ts';

/** So many contracts of one salesperson, signed and cancelled in these months (`YYYY-MM`, or null). */
export type ContractGroup = {
  memberId: string | null;
  signedIn: string | null;
  cancelledIn: string | null;
  count: number;
  amount: Money | null;
};

export type MonthOf = { memberId: string; deals: number; amount: Money; place: number };

/** Every member has a line, also who sold nothing. Amounts in another currency than asked for do not count. */
export function monthOfTeam(
  groups: readonly ContractGroup[],
  memberIds: readonly string[],
  month: string,
  currency: string,
): MonthOf[] {
  const lines = memberIds.map((memberId) => {
    const own = groups.filter((group) => group.memberId === memberId);
    return {
      memberId,
      deals: own.reduce((all, group) => all + weight(group, month) * group.count, 0),
      amount: own.reduce((all, group) => add(all, weighed(group, month, currency)), zero(currency)),
    };
  });
  const sorted = lines.sort((a, b) => order(b.amount.minor, a.amount.minor) || b.deals - a.deals);
  return sorted.map((line) => ({
    ...line,
    place: 1 + sorted.filter(({ amount }) => amount.minor > line.amount.minor).length,
  }));
}

const order = (left: bigint, right: bigint) => (left < right ? -1 : left > right ? 1 : 0);

/** Signed and cancelled in the same month comes to nothing. */
function weight({ signedIn, cancelledIn }: ContractGroup, month: string): number {
  return Number(signedIn === month) - Number(cancelledIn === month);
}

function weighed(group: ContractGroup, month: string, currency: string): Money {
  const share = weight(group, month);
  if (group.amount === null || group.amount.currency !== currency || share === 0) return zero(currency);
  return share > 0 ? group.amount : subtract(zero(currency), group.amount);
}
