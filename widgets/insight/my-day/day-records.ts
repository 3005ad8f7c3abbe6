/** What "My day" reads of Twenty's records, and how each list is asked for. */

import type { ReservationStage, ReservationState } from '#domain/deal/deal-states.ts';
import type { HoldKind } from '#domain/deal/hold-states.ts';
import type { TicketState } from '#domain/deal/ticket-states.ts';
import type { ReleaseBatchState } from '#domain/inventory/sales-states.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';

export type Named = { name: { firstName: string | null; lastName: string | null } | null } | null;
type Project = { timeZone: string | null } | null;
type Unit = { id: string; name: string | null; project: Project } | null;

export type HoldRecord = {
  id: string;
  kind: HoldKind | null;
  expiresAt: string | null;
  forWhom: string | null;
  buyer: Named;
  salesperson: Named;
  unit: Unit;
};

export type ReservationRecord = {
  id: string;
  name: string | null;
  state: ReservationState | null;
  stage: ReservationStage | null;
  validUntil: string | null;
  reservedAt: string | null;
  upgradedAt: string | null;
  depositAsked: StoredAmount;
  depositPaid: StoredAmount;
  buyerId: string | null;
  buyer: Named;
  company: { name: string | null } | null;
  salesperson: Named;
  unit: Unit;
};

export type TicketRecord = {
  id: string;
  number: number | null;
  state: TicketState | null;
  deadline: string | null;
  callOrder: number | null;
  buyerName: string | null;
  buyer: Named;
  salesperson: Named;
  releaseBatch: { id: string; name: string | null; state: ReleaseBatchState | null; project: Project } | null;
  chosenUnit: { id: string; name: string | null } | null;
};

export type ApprovalRecord = {
  id: string;
  name: string | null;
  command: string | null;
  askedBy: string | null;
  askedById: string | null;
  askedAt: string | null;
};

export type PromiseRecord = {
  id: string;
  amount: StoredAmount;
  payBy: string | null;
  contract: { id: string; name: string | null; buyer: Named; salesperson: Named; unit: Unit } | null;
};

export type TaskRecord = { id: string; title: string | null; dueAt: string | null; assignee: Named };

/** So many contracts by whom, signed and cancelled in which month, in which currency. */
export type ContractGroupRecord = {
  groupByDimensionValues: (string | null)[];
  totalCount: number;
  sumPriceAmountMicros: number | string | null;
};

const NAME = 'name { firstName lastName }';
const WHO = `salesperson { ${NAME} }`;
const BUYER = `buyer { ${NAME} }`;
const UNIT = 'unit { id name project { timeZone } }';

export type DayScope = {
  /** Whose day it is: one member, or a team. */
  memberIds: readonly string[];
  /** Whom the month compares: the team's members, with or without their own day. */
  leagueIds: readonly string[];
  /** The last instant that counts as today, and the last day of promises that are told. */
  endOfToday: string;
  promisesUntil: string;
  month: { from: string; to: string };
};

const anyOf = (ids: readonly string[]) => `{ in: ${JSON.stringify(ids)} }`;

export function dayLists({ memberIds, endOfToday, promisesUntil }: DayScope) {
  const mine = `salespersonId: ${anyOf(memberIds)}`;
  return {
    keyturnUnitHolds: {
      root: 'keyturnUnitHolds',
      fields: `id kind expiresAt forWhom ${BUYER} ${WHO} ${UNIT}`,
      filter: `{ state: { eq: ACTIVE }, kind: { in: [SALES, VIP] }, ${mine} }`,
      orderBy: '[{ expiresAt: AscNullsLast }]',
    },
    keyturnReservations: {
      root: 'keyturnReservations',
      fields: `id name state stage validUntil reservedAt upgradedAt depositAsked ${MONEY} depositPaid ${MONEY}
        buyerId ${BUYER} company { name } ${WHO} ${UNIT}`,
      filter: `{ state: { in: [ACTIVE, PENDING_APPROVAL] }, ${mine} }`,
      orderBy: '[{ validUntil: AscNullsLast }]',
    },
    keyturnQueueTickets: {
      root: 'keyturnQueueTickets',
      fields: `id number state deadline callOrder buyerName ${BUYER} ${WHO}
        releaseBatch { id name state project { timeZone } } chosenUnit { id name }`,
      filter: `{ state: { in: [DRAFT, ACTIVE, CALLED, SELECTED] }, ${mine} }`,
      orderBy: '[{ callOrder: AscNullsLast }]',
    },
    keyturnApprovals: {
      root: 'keyturnApprovals',
      fields: 'id name command askedBy askedById askedAt',
      filter: '{ state: { eq: PENDING } }',
      orderBy: '[{ askedAt: AscNullsLast }]',
    },
    keyturnPaymentPromises: {
      root: 'keyturnPaymentPromises',
      fields: `id amount ${MONEY} payBy contract { id name ${BUYER} ${WHO} ${UNIT} }`,
      filter: `{ state: { eq: OPEN }, payBy: { lte: ${literal(promisesUntil)} }, contract: { ${mine} } }`,
      orderBy: '[{ payBy: AscNullsLast }]',
    },
    tasks: {
      root: 'tasks',
      fields: `id title dueAt assignee { ${NAME} }`,
      filter: `{ assigneeId: ${anyOf(memberIds)}, status: { in: [TODO, IN_PROGRESS] }, dueAt: { lte: ${literal(endOfToday)} } }`,
      orderBy: '[{ dueAt: AscNullsLast }]',
    },
  } satisfies Record<string, ListSpec>;
}

/** Grouped by the server: never a contract for each of them. */
export function contractGroups({ leagueIds, month: { from, to } }: DayScope): string {
  // One operator a filter is all that Twenty takes.
  const within = (field: string) =>
    `{ and: [{ ${field}: { gte: ${literal(from)} } }, { ${field}: { lte: ${literal(to)} } }] }`;
  return `keyturnContractsGroupBy(
    groupBy: [{ salespersonId: true }, { price: { currencyCode: true } }, { signedOn: { granularity: MONTH } }, { cancelledOn: { granularity: MONTH } }],
    filter: { salespersonId: ${anyOf(leagueIds)}, or: [${within('signedOn')}, ${within('cancelledOn')}] },
    limit: 1000) { groupByDimensionValues totalCount sumPriceAmountMicros }`;
}
