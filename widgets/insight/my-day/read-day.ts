/**
 * The reads of "My day": who I am, then everything at once; and, only when an approval of somebody else waits, what I
 * may decide. Four requests at most, whatever there is.
 */

import { dayIn } from '#domain/insight/daily-figures.ts';
import type { ContractGroup } from '#domain/insight/month-of-team.ts';
import { fromMicros } from '#domain/shared/money.ts';
import { addDays, addMonths, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import {
  type ApprovalRecord,
  type ContractGroupRecord,
  contractGroups,
  type DayScope,
  dayLists,
} from './day-records.ts';
import type { DayRecords } from './day-rows.ts';
import { type TeamRow, type Who, whoIs } from './who.ts';

export type Me = Who & { timeZone: string; currency: string };

/** Promises are told some days before, so that the buyer can be reminded. */
const PROMISE_DAYS = 3;

type MeAnswer = {
  workspaceMembers: Connection<{ id: string }>;
  keyturnTeamMembers: Connection<TeamRow>;
  keyturnProjects: Connection<{ timeZone: string | null; currencyCode: string | null }>;
};

/** Null for who is signed in without being a member of the workspace. */
export async function readMe(userId: string): Promise<Me | null> {
  const me = listField({
    root: 'workspaceMembers',
    fields: 'id',
    filter: `{ userId: { eq: ${literal(userId)} } }`,
  });
  const teams = listField({
    root: 'keyturnTeamMembers',
    fields: 'memberId team leads member { name { firstName lastName } }',
  });
  const projects = listField({
    root: 'keyturnProjects',
    fields: 'timeZone currencyCode',
    orderBy: '[{ createdAt: AscNullsLast }]',
  });
  const data = await query<MeAnswer>(`query { ${me} ${teams} ${projects} }`);
  const [member] = nodes(data.workspaceMembers);
  if (member === undefined) return null;
  const [project] = nodes(data.keyturnProjects);
  return {
    ...whoIs(member.id, nodes(data.keyturnTeamMembers)),
    timeZone: project?.timeZone || 'UTC',
    currency: project?.currencyCode ?? '',
  };
}

export function scopeOf(me: Me, isTeam: boolean, now: Date): DayScope & { today: PlainDate } {
  const today = dateIn(now, me.timeZone);
  const from = `${today.slice(0, 7)}-01` as PlainDate;
  return {
    memberIds: isTeam && me.ledIds.length > 0 ? me.ledIds : [me.memberId],
    leagueIds: me.leagueIds,
    endOfToday: dayIn(today, me.timeZone).to.toISOString(),
    promisesUntil: addDays(today, PROMISE_DAYS),
    month: { from, to: addDays(addMonths(from, 1), -1) },
    today,
  };
}

export type DayAnswer = { records: DayRecords; groups: ContractGroup[]; isWhole: boolean };

export async function readDay(scope: DayScope): Promise<DayAnswer> {
  const lists = dayLists(scope);
  const fields = Object.values(lists).map((spec) => listField(spec));
  type Lists = { [K in keyof typeof lists]: Connection<never> };
  const data = await query<Lists & { keyturnContractsGroupBy: ContractGroupRecord[] }>(
    `query { ${fields.join(' ')} ${contractGroups(scope)} }`,
  );
  return {
    records: {
      holds: nodes(data.keyturnUnitHolds),
      reservations: nodes(data.keyturnReservations),
      tickets: nodes(data.keyturnQueueTickets),
      approvals: nodes(data.keyturnApprovals),
      promises: nodes(data.keyturnPaymentPromises),
      tasks: nodes(data.tasks),
    },
    groups: data.keyturnContractsGroupBy.map(contractGroup),
    isWhole: (Object.keys(lists) as (keyof Lists)[]).every(
      (root) => data[root].pageInfo?.hasNextPage !== true,
    ),
  };
}

function contractGroup({
  groupByDimensionValues: [memberId = null, currency = null, signedOn = null, cancelledOn = null],
  totalCount,
  sumPriceAmountMicros,
}: ContractGroupRecord): ContractGroup {
  const isAmount = currency !== null && currency !== '' && sumPriceAmountMicros !== null;
  return {
    memberId,
    signedIn: signedOn?.slice(0, 7) ?? null,
    cancelledIn: cancelledOn?.slice(0, 7) ?? null,
    count: Number(totalCount),
    amount: isAmount ? fromMicros(sumPriceAmountMicros, currency) : null,
  };
}

/** Commands whose approval is a sales manager's; every other is finance's (C5). */
export const DECIDED_BY_SALES: readonly string[] = [
  'confirm-reservation',
  'activate-price-scheme',
  'transfer-deals',
];

/**
 * Which of the approvals the reader may decide: who may see the field of a right has the right, so it is asked for,
 * and a refusal is an answer too.
 */
export async function readMayDecide(
  approvals: readonly ApprovalRecord[],
  memberId: string,
): Promise<(command: string) => boolean> {
  const others = approvals.filter(({ askedById }) => askedById !== memberId);
  const needs = new Set(others.map(({ command }) => rightFor(command ?? '')));
  const held = new Set<string>();
  await Promise.all([...needs].map(async (right) => ((await isMine(right)) ? held.add(right) : null)));
  return (command) => held.has(rightFor(command));
}

function rightFor(command: string): string {
  return DECIDED_BY_SALES.includes(command) ? 'controlSales' : 'approveMoney';
}

async function isMine(right: string): Promise<boolean> {
  try {
    await query(`query { keyturnRights(first: 1) { edges { node { id ${right} } } } }`);
    return true;
  } catch (error) {
    if (error instanceof ApiFailure && error.kind === 'NO_RIGHT') return false;
    throw error;
  }
}
