/** What the widget of a person reads: the deals in one request, what is open on their contracts in a second one. */
import type { ContractState, ReservationState } from '#domain/deal/deal-states.ts';
import { LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import type { TicketState } from '#domain/deal/ticket-states.ts';
import {
  HOME_HANDOVER,
  type HomeHandover,
  OPEN_TICKET,
  type OpenTicket,
  openTicketsOf,
  TICKETS_BY_CLOCK,
} from '#widgets/care/home-facts/home-records.ts';
import { dated, type Group } from '#widgets/insight/board/grouped.ts';
import { openInstallments } from '#widgets/insight/board/installment-totals.ts';
import { readGroupsPartly } from '#widgets/insight/board/read-partly.ts';
import { type ListSpec, literal, PAGE_SIZE } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import type { PersonName } from '#widgets/shared/people/person-name.ts';

type UnitRef = { id: string; name: string | null } | null;

export type ContractRow = {
  id: string;
  name: string | null;
  state: ContractState | null;
  signedOn: string | null;
  price: StoredAmount;
  paid: StoredAmount;
  overdue: StoredAmount;
  unit: UnitRef;
};

export type ReservationRow = {
  id: string;
  name: string | null;
  state: ReservationState | null;
  price: StoredAmount;
  validUntil: string | null;
  unit: UnitRef;
};

export type TicketRow = {
  id: string;
  name: string | null;
  number: number | null;
  state: TicketState | null;
  deadline: string | null;
  releaseBatch: { name: string | null } | null;
};

type PartyRow = {
  sharePercent: number | null;
  contract: ContractRow | null;
  reservation: ReservationRow | null;
};

/** `share` in percent, null where nobody wrote one down. */
export type Deal<Row> = Row & { share: number | null };

/** Null for a list that the reader may not see. */
export type BuyerPage = {
  person: { id: string; name: PersonName };
  contracts: Deal<ContractRow>[] | null;
  reservations: Deal<ReservationRow>[] | null;
  tickets: TicketRow[] | null;
  /** Of the service, that are open. */
  serviceTickets: OpenTicket[] | null;
  /** Of the contracts that bind. */
  handovers: HomeHandover[] | null;
  /** What is open on the contracts that bind, by due date and currency. */
  open: Group[] | null;
};

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
const CONTRACT = `id name state signedOn price ${MONEY} paid ${MONEY} overdue ${MONEY} unit { id name }`;
const RESERVATION = `id name state price ${MONEY} validUntil unit { id name }`;

function specsOf(id: string) {
  const filter = `{ buyerId: { eq: ${literal(id)} } }`;
  const orderBy = '[{ createdAt: DescNullsLast }]';
  return {
    person: {
      root: 'people',
      fields: 'id name { firstName lastName }',
      filter: `{ id: { eq: ${literal(id)} } }`,
    },
    contracts: { root: 'keyturnContracts', fields: CONTRACT, filter, orderBy },
    reservations: { root: 'keyturnReservations', fields: RESERVATION, filter, orderBy },
    parties: {
      root: 'keyturnParties',
      fields: `sharePercent contract { deletedAt ${CONTRACT} } reservation { deletedAt ${RESERVATION} }`,
      filter: `{ buyerId: { eq: ${literal(id)} }, state: { eq: ACTIVE } }`,
      orderBy,
    },
    tickets: {
      root: 'keyturnQueueTickets',
      fields: 'id name number state deadline releaseBatch { name }',
      filter,
      orderBy,
    },
    serviceTickets: {
      root: 'keyturnServiceTickets',
      fields: OPEN_TICKET,
      filter: openTicketsOf(`customerId: { eq: ${literal(id)} }`),
      orderBy: TICKETS_BY_CLOCK,
    },
  } satisfies Record<string, ListSpec>;
}

/** Null when the person is gone. @throws ApiFailure */
export async function readBuyer(id: string): Promise<BuyerPage | null> {
  const { records } = await readParts(specsOf(id), { needed: 'person' });
  const [person] = records.person as BuyerPage['person'][];
  if (person === undefined) return null;
  const parties = (records.parties ?? []) as PartyRow[];
  const contracts = withShares(
    records.contracts as ContractRow[] | null,
    parties.map(({ contract, sharePercent }) => [contract, sharePercent]),
  );
  const reservations = withShares(
    records.reservations as ReservationRow[] | null,
    parties.map(({ reservation, sharePercent }) => [reservation, sharePercent]),
  );
  return {
    person,
    contracts: contracts === null ? null : contracts.filter(({ state }) => state !== 'DRAFT'),
    reservations,
    tickets: records.tickets as TicketRow[] | null,
    serviceTickets: records.serviceTickets as OpenTicket[] | null,
    ...(await readOpen(contracts ?? [])),
  };
}

/** Who buys beside the first buyer is known from the parties only. */
function withShares<Row extends { id: string }>(
  own: readonly Row[] | null,
  parties: readonly (readonly [Row | null, number | null])[],
): Deal<Row>[] | null {
  if (own === null) return null;
  const shares = new Map(parties.flatMap(([row, share]) => (row === null ? [] : [[row.id, share] as const])));
  const joint = parties.flatMap(([row]) =>
    row === null || own.some(({ id }) => id === row.id) ? [] : [row],
  );
  const all = new Map([...own, ...joint].map((row) => [row.id, row]));
  return [...all.values()].map((row) => ({ ...row, share: shares.get(row.id) ?? null }));
}

type OnContracts = Pick<BuyerPage, 'open' | 'handovers'>;

async function readOpen(contracts: readonly ContractRow[]): Promise<OnContracts> {
  const live = contracts.filter(({ state }) => state !== null && LIVE_CONTRACT_STATES.includes(state));
  if (live.length === 0) return { open: [], handovers: [] };
  const where = [`{ contractId: { in: [${live.map(({ id }) => literal(id)).join(', ')}] } }`];
  const open = openInstallments([dated('dueOn', 'DAY')], where);
  const found = { objects: 'keyturnHandovers', fields: HOME_HANDOVER, first: PAGE_SIZE, where };
  const { groups, lists, refused } = await readGroupsPartly({
    totals: { open },
    lists: { handovers: found },
  });
  return {
    open: refused.has('open') ? null : (groups.open ?? []),
    handovers: refused.has('handovers') ? null : (lists.handovers as HomeHandover[]),
  };
}
