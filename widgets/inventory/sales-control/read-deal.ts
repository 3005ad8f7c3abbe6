/** Who has a unit: its hold, its open reservation and its live contract, read when the unit is opened. */
import {
  LIVE_CONTRACT_STATES,
  type ReservationStage,
  type ReservationState,
} from '#domain/deal/deal-states.ts';
import type { HoldKind } from '#domain/deal/hold-states.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

type Named = { name: PersonName } | null;

type ReservationRecord = {
  id: string;
  name: string | null;
  state: ReservationState | null;
  stage: ReservationStage | null;
  extensions: number | null;
  validUntil: string | null;
  salesperson: Named;
  price?: StoredAmount;
  depositAsked?: StoredAmount;
  depositPaid?: StoredAmount;
  buyer?: Named;
  company?: { name: string | null } | null;
};

type ContractRecord = {
  id: string;
  name: string | null;
  signedOn: string | null;
  salesperson: Named;
  price?: StoredAmount;
  paid?: StoredAmount;
};

type HoldRecord = {
  id: string;
  name?: string | null;
  kind: HoldKind | null;
  forWhom?: string | null;
  heldByName: string | null;
  expiresAt: string | null;
  extensions: number | null;
};

export type OpenReservation = {
  id: string;
  name: string;
  state: ReservationState;
  stage: ReservationStage | null;
  extensions: number;
  buyer: string | null;
  salesperson: string | null;
  price: Amount | null;
  depositAsked: Amount | null;
  depositPaid: Amount | null;
  validUntil: string | null;
};

export type LiveContract = {
  id: string;
  name: string;
  salesperson: string | null;
  price: Amount | null;
  paid: Amount | null;
  signedOn: string | null;
};

export type OpenHold = {
  id: string;
  name: string;
  kind: HoldKind | null;
  forWhom: string | null;
  heldBy: string | null;
  expiresAt: string | null;
  extensions: number;
};

export type Deal = {
  hold: OpenHold | null;
  reservation: OpenReservation | null;
  contract: LiveContract | null;
};

export const OPEN_RESERVATION_STATES: readonly ReservationState[] = ['PENDING_APPROVAL', 'ACTIVE'];

export function stateIn(states: readonly string[]): string {
  return `state: { in: [${states.join(', ')}] }`;
}

const MONEY = '{ amountMicros currencyCode }';
const SALESPERSON = 'salesperson { name { firstName lastName } }';

/** Of somebody else's deal that is masked neither the buyer nor the money is asked for (F1), see `viewer.ts`. */
export async function readDeal(unitId: string, isMasked = false): Promise<Deal> {
  const unit = `unitId: { eq: ${literal(unitId)} }`;
  const unless = (fields: string) => (isMasked ? '' : fields);
  const holds = listField({
    root: 'keyturnUnitHolds',
    fields: `id kind heldByName expiresAt extensions ${unless('name forWhom')}`,
    filter: `{ ${unit}, ${stateIn(['ACTIVE'])} }`,
  });
  const reservations = listField({
    root: 'keyturnReservations',
    fields: `id state stage extensions validUntil ${SALESPERSON} ${unless(
      `name price ${MONEY} depositAsked ${MONEY} depositPaid ${MONEY} buyer { name { firstName lastName } } company { name }`,
    )}`,
    filter: `{ ${unit}, ${stateIn(OPEN_RESERVATION_STATES)} }`,
  });
  const contracts = listField({
    root: 'keyturnContracts',
    fields: `id signedOn ${SALESPERSON} ${unless(`name price ${MONEY} paid ${MONEY}`)}`,
    filter: `{ ${unit}, ${stateIn(LIVE_CONTRACT_STATES)} }`,
  });
  const data = await query<{
    keyturnUnitHolds: Connection<HoldRecord>;
    keyturnReservations: Connection<ReservationRecord>;
    keyturnContracts: Connection<ContractRecord>;
  }>(`query { ${holds} ${reservations} ${contracts} }`);
  const [hold] = nodes(data.keyturnUnitHolds).filter(({ kind }) => kind !== 'LEGAL');
  const [reservation] = nodes(data.keyturnReservations);
  const [contract] = nodes(data.keyturnContracts);
  return {
    hold: hold === undefined ? null : openHold(hold),
    reservation: reservation === undefined ? null : openReservation(reservation),
    contract: contract === undefined ? null : liveContract(contract),
  };
}

/** What is shown of a colleague's deal: that it is there, whose it is, and until when. */
export function maskedDeal({ hold, reservation, contract }: Deal): Deal {
  const noMoney = { name: '–', price: null };
  return {
    hold: hold && { ...hold, name: '–', forWhom: null },
    reservation: reservation && {
      ...reservation,
      ...noMoney,
      buyer: null,
      depositAsked: null,
      depositPaid: null,
    },
    contract: contract && { ...contract, ...noMoney, paid: null },
  };
}

function openHold(record: HoldRecord): OpenHold {
  return {
    id: record.id,
    name: record.name ?? '–',
    kind: record.kind,
    forWhom: record.forWhom || null,
    heldBy: record.heldByName || null,
    expiresAt: record.expiresAt,
    extensions: record.extensions ?? 0,
  };
}

function openReservation(record: ReservationRecord): OpenReservation {
  return {
    id: record.id,
    name: record.name ?? '–',
    state: record.state ?? 'ACTIVE',
    stage: record.stage,
    extensions: record.extensions ?? 0,
    buyer: personName(record.buyer?.name) ?? record.company?.name ?? null,
    salesperson: personName(record.salesperson?.name),
    price: amountOf(record.price),
    depositAsked: amountOf(record.depositAsked),
    depositPaid: amountOf(record.depositPaid),
    validUntil: record.validUntil,
  };
}

function liveContract(record: ContractRecord): LiveContract {
  return {
    id: record.id,
    name: record.name ?? '–',
    salesperson: personName(record.salesperson?.name),
    price: amountOf(record.price),
    paid: amountOf(record.paid),
    signedOn: record.signedOn,
  };
}
