/**
 * The month of a salesperson among the team (F1, My day): the league table of contracts signed in the month and
 * cancelled in it, whenever they were signed. Every member has a line, also who sold nothing.
 */
import { type Money, zero } from '#domain/shared/money.ts';
import { type LeagueRow, leagueTable } from './league.ts';

/** So many contracts of one salesperson, signed and cancelled in these months (`YYYY-MM`, or null). */
export type ContractGroup = {
  memberId: string | null;
  signedIn: string | null;
  cancelledIn: string | null;
  count: number;
  amount: Money | null;
};

/** Amounts in another currency than asked for do not count, as on the boards. */
export function monthOfTeam(
  groups: readonly ContractGroup[],
  memberIds: readonly string[],
  month: string,
  currency: string,
): LeagueRow[] {
  const own = groups.flatMap(({ memberId, amount, ...group }) =>
    memberId !== null && memberIds.includes(memberId) && amount?.currency === currency
      ? [{ ...group, who: memberId, amount }]
      : [],
  );
  const nothing = memberIds.map((who) => ({ who, count: 0, amount: zero(currency) }));
  return leagueTable(
    {
      signed: [...nothing, ...own.filter(({ signedIn }) => signedIn === month)],
      cancelled: own.filter(({ cancelledIn }) => cancelledIn === month),
      reserved: [],
      holds: [],
    },
    currency,
  );
}
