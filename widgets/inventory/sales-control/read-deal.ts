/** Who has a unit: its open reservation and its live contract, read when the unit is opened. */
import { LIVE_CONTRACT_STATES, type ReservationState } from '#domain/deal/deal-states.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

type ReservationRecord = {
  id: string;
  name: string | null;
  price: StoredAmount;
  depositAsked: StoredAmount;
  depositPaid: StoredAmount;
  validUntil: string | null;
  buyer: { name: PersonName } | null;
  company: { name: string | null } | null;
};

type ContractRecord = {
  id: string;
  name: string | null;
  price: StoredAmount;
  paid: StoredAmount;
  signedOn: string | null;
};

export type OpenReservation = {
  id: string;
  name: string;
  buyer: string | null;
  price: Amount | null;
  depositAsked: Amount | null;
  depositPaid: Amount | null;
  validUntil: string | null;
};

export type LiveContract = {
  id: string;
  name: string;
  price: Amount | null;
  paid: Amount | null;
  signedOn: string | null;
};

export type Deal = { reservation: OpenReservation | null; contract: LiveContract | null };

const OPEN_RESERVATION_STATES: readonly ReservationState[] = ['PENDING_APPROVAL', 'ACTIVE'];

function stateIn(states: readonly string[]): string {
  return `state: { in: [${states.join(', ')}] }`;
}

export async function readDeal(unitId: string): Promise<Deal> {
  const unit = `unitId: { eq: ${literal(unitId)} }`;
  const reservations = listField({
    root: 'keyturnReservations',
    fields: `id name price { amountMicros currencyCode } depositAsked { amountMicros currencyCode }
      depositPaid { amountMicros currencyCode } validUntil buyer { name { firstName lastName } } company { name }`,
    filter: `{ ${unit}, ${stateIn(OPEN_RESERVATION_STATES)} }`,
  });
  const contracts = listField({
    root: 'keyturnContracts',
    fields: 'id name price { amountMicros currencyCode } paid { amountMicros currencyCode } signedOn',
    filter: `{ ${unit}, ${stateIn(LIVE_CONTRACT_STATES)} }`,
  });
  const data = await query<{
    keyturnReservations: Connection<ReservationRecord>;
    keyturnContracts: Connection<ContractRecord>;
  }>(`query { ${reservations} ${contracts} }`);
  const [reservation] = nodes(data.keyturnReservations);
  const [contract] = nodes(data.keyturnContracts);
  return {
    reservation: reservation === undefined ? null : openReservation(reservation),
    contract: contract === undefined ? null : liveContract(contract),
  };
}

function openReservation(record: ReservationRecord): OpenReservation {
  return {
    id: record.id,
    name: record.name ?? '–',
    buyer: personName(record.buyer?.name) ?? record.company?.name ?? null,
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
    price: amountOf(record.price),
    paid: amountOf(record.paid),
    signedOn: record.signedOn,
  };
}
