/** Whose day it is (C5): the reader, the teams they lead, and who stands in the league with them. Pure. */
import { personName } from '#widgets/shared/people/person-name.ts';
import type { Named } from './day-records.ts';

export type TeamRow = { memberId: string | null; team: string | null; leads: boolean | null; member: Named };

export type Who = {
  memberId: string;
  /** Members of the teams that the reader leads, the reader first; empty when they lead none. */
  ledIds: string[];
  /** Members of the reader's teams, the reader too; nobody else without a team. */
  leagueIds: string[];
  names: ReadonlyMap<string, string>;
};

export function whoIs(memberId: string, rows: readonly TeamRow[]): Who {
  const own = rows.filter((row) => row.memberId === memberId && row.team);
  const inTeams = (teams: readonly (string | null)[]) =>
    rows.flatMap((row) =>
      row.memberId !== null && row.team && teams.includes(row.team) ? [row.memberId] : [],
    );
  const led = own.filter(({ leads }) => leads).map(({ team }) => team);
  const unique = (ids: readonly string[]) => [...new Set([memberId, ...ids])];
  const named = rows.map((row) => [row.memberId ?? '', personName(row.member?.name) ?? ''] as const);
  return {
    memberId,
    ledIds: led.length === 0 ? [] : unique(inTeams(led)),
    leagueIds: unique(inTeams(own.map(({ team }) => team))),
    names: new Map(named),
  };
}
