/** The league table with names and teams. */
import { type LeagueRow, leagueTable } from '#domain/insight/index.ts';
import { personName } from '#widgets/shared/people/person-name.ts';
import { inCurrency, moneyOf } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';

export type LeagueFigures = { rows: (LeagueRow & { name: string | null; team: string | null })[] };

type Member = { id: string; name: { firstName: string | null; lastName: string | null } | null };
type TeamMember = { team: string | null; memberId: string | null };

const whoOf = ({ by }: Group) => by.salespersonId ?? '';

export function leagueFigures({ groups, lists }: BoardAnswer, { currency }: Told): LeagueFigures {
  const sold = (list: readonly Group[] | undefined) =>
    inCurrency(list, currency).map((group) => ({
      who: whoOf(group),
      count: group.count,
      amount: moneyOf(group, 'price', currency),
    }));
  const rows = leagueTable(
    {
      signed: sold(groups.signed),
      cancelled: sold(groups.ended),
      reserved: inCurrency(groups.reserved, currency).map((group) => ({
        who: whoOf(group),
        state: group.by.state ?? '',
        count: group.count,
        agreed: moneyOf(group, 'price', currency),
        list: moneyOf(group, 'listPrice', currency),
      })),
      holds: (groups.holds ?? []).map((group) => ({
        who: whoOf(group),
        state: group.by.state ?? '',
        count: group.count,
      })),
    },
    currency,
  );
  const names = new Map(
    ((lists.members ?? []) as Member[]).map(({ id, name }) => [id, personName(name)] as const),
  );
  const teams = new Map(
    ((lists.teams ?? []) as TeamMember[]).map(({ memberId, team }) => [memberId ?? '', team] as const),
  );
  return {
    rows: rows.map((row) => ({ ...row, name: names.get(row.who) ?? null, team: teams.get(row.who) ?? null })),
  };
}
