/**
 * The reads of the service desk, always two: who the reader is with what is open, then the tickets to be drawn with the
 * figures of the service.
 */
import type { ServiceTicketState, TicketKind, TicketPriority } from '#domain/care/care-states.ts';
import { OPEN_TICKETS } from '#domain/care/care-transitions.ts';
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import { literal, query } from '#widgets/shared/api/graphql.ts';
import type { PersonName } from '#widgets/shared/people/person-name.ts';
import { answerOf, type BoardAnswer, type BoardQuery, documentOf } from '../board/grouped.ts';
import { readGroupsPartly } from '../board/read-partly.ts';
import { ALL, oneOf, PROJECTS, type Scope, scopeOf, type Told, toldOf } from '../board/scope.ts';
import { type TeamRow, type Who, whoIs } from '../my-day/who.ts';
import { type ServiceFigures, serviceFigures } from '../service-figures/figures.ts';
import { livedInHomes, openTickets, servedTickets } from '../service-figures/queries.ts';

export type Whose = 'MINE' | 'TEAM' | 'UNASSIGNED' | 'ALL';

export type DeskTicket = {
  id: string;
  number: string | null;
  name: string | null;
  kind: TicketKind | null;
  state: ServiceTicketState | null;
  priority: TicketPriority | null;
  openedAt: string | null;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  pausedAt: string | null;
  escalation: number | null;
  contactName: string | null;
  assigneeId: string | null;
  assignee: { name: PersonName } | null;
  customer: { name: PersonName } | null;
  unit: { name: string | null } | null;
};

export type Desk = {
  who: Who;
  whose: Whose;
  tickets: DeskTicket[];
  counts: Record<Whose, number>;
  figures: ServiceFigures;
  told: Told;
};

/** Of the tickets of one choice, the most urgent; how many there are is told by the totals. */
export const MOST_ROWS = 200;
/** Figures look back over so many months, as the dashboard does at first. */
const MONTHS = '3';
const NAME = 'name { firstName lastName }';
const FIELDS = `id number name kind state priority openedAt respondBy resolveBy respondedAt pausedAt escalation
  contactName assigneeId assignee { ${NAME} } customer { ${NAME} } unit { name }`;

/** Null for who is signed in without being a member of the workspace. @throws ApiFailure */
export async function readDesk(userId: string, whose: Whose, now = Date.now()): Promise<Desk | null> {
  const scope = scopeOf(ALL, MONTHS, now);
  const first = await readGroupsPartly(whoAndWhat(scope, userId));
  if (first.refused.has('open')) throw new ApiFailure('NO_RIGHT', 'No right to see service tickets.');
  const [me] = first.lists.members as { id: string }[];
  if (me === undefined) return null;
  const who = whoIs(me.id, first.lists.teams as TeamRow[]);
  const second = await readWork(scope, who, whose);
  const answer = { groups: { ...first.groups, ...second.groups }, lists: first.lists };
  const told = toldOf(scope, answer);
  return {
    who,
    whose,
    tickets: second.lists.work as DeskTicket[],
    counts: countsOf(first, who),
    figures: serviceFigures(answer, told),
    told,
  };
}

function whoAndWhat(scope: Scope, userId: string): BoardQuery {
  return {
    totals: { open: openTickets(scope), homes: livedInHomes(scope) },
    lists: {
      projects: PROJECTS,
      members: {
        objects: 'workspaceMembers',
        fields: 'id',
        first: 1,
        where: [`{ userId: { eq: ${literal(userId)} } }`],
      },
      teams: { objects: 'keyturnTeamMembers', fields: `memberId team leads member { ${NAME} }`, first: 200 },
    },
  };
}

async function readWork(scope: Scope, who: Who, whose: Whose): Promise<BoardAnswer> {
  const asked: BoardQuery = {
    totals: { served: servedTickets(scope) },
    lists: {
      work: {
        objects: 'keyturnServiceTickets',
        fields: FIELDS,
        first: MOST_ROWS,
        where: [oneOf('state', OPEN_TICKETS), ...ofWhom(who, whose)],
        orderBy: '[{ resolveBy: AscNullsLast }, { openedAt: AscNullsLast }]',
      },
    },
  };
  return answerOf(asked, await query<Record<string, unknown>>(documentOf(asked)));
}

function ofWhom({ memberId, leagueIds }: Who, whose: Whose): string[] {
  switch (whose) {
    case 'MINE':
      return [`{ assigneeId: { eq: ${literal(memberId)} } }`];
    case 'TEAM':
      return [`{ assigneeId: { in: ${JSON.stringify(leagueIds)} } }`];
    case 'UNASSIGNED':
      return ['{ assigneeId: { is: NULL } }'];
    case 'ALL':
      return [];
  }
}

function countsOf({ groups }: BoardAnswer, { memberId, leagueIds }: Who): Desk['counts'] {
  const count = (isOne: (assigneeId: string | null) => boolean) =>
    (groups.open ?? [])
      .filter(({ by }) => isOne(by.assigneeId || null))
      .reduce((all, group) => all + group.count, 0);
  return {
    MINE: count((id) => id === memberId),
    TEAM: count((id) => id !== null && leagueIds.includes(id)),
    UNASSIGNED: count((id) => id === null),
    ALL: count(() => true),
  };
}
