/** What the widget of a unit reads, in one request. Never the floor price: it is not for everybody's eyes. */
import type { ContractState, ReservationState } from '#domain/deal/deal-states.ts';
import type { HoldKind, HoldState } from '#domain/deal/hold-states.ts';
import {
  HOME_HANDOVER,
  type HomeHandover,
  type HomeRecords,
  homeSpecs,
} from '#widgets/care/home-facts/home-records.ts';
import { UNIT_FIELDS, type UnitRecord } from '#widgets/inventory/sales-control/board-unit.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { BUYER, type BuyerRecord, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';

export type HoldRow = {
  id: string;
  kind: HoldKind | null;
  state: HoldState | null;
  heldByName: string | null;
  forWhom: string | null;
  heldAt: string | null;
  expiresAt: string | null;
  closedAt: string | null;
};

export type ReservationRow = BuyerRecord & {
  id: string;
  name: string | null;
  state: ReservationState | null;
  price: StoredAmount;
  reservedAt: string | null;
  closedAt: string | null;
};

export type ContractRow = BuyerRecord & {
  id: string;
  name: string | null;
  state: ContractState | null;
  price: StoredAmount;
  signedOn: string | null;
  cancelledOn: string | null;
};

export type PriceRow = {
  id: string;
  listPrice: StoredAmount;
  listBefore: StoredAmount;
  appliedAt: string | null;
  undoneAt: string | null;
  priceScheme: { name: string | null } | null;
};

export type KeysRow = HomeHandover & { receivedBy: string | null };

/** Null for a list that the reader may not see. */
export type UnitPage = Omit<HomeRecords, 'handovers'> & {
  unit: UnitRecord;
  holds: HoldRow[] | null;
  reservations: ReservationRow[] | null;
  contracts: ContractRow[] | null;
  prices: PriceRow[] | null;
  keys: KeysRow[] | null;
  /** How many there are of each list in all; a page of 200 is read. */
  totals: Record<'holds' | 'reservations' | 'contracts' | 'prices', number | null>;
};

function specsOf(id: string) {
  const ofUnit = `unitId: { eq: ${literal(id)} }`;
  const filter = `{ ${ofUnit} }`;
  const orderBy = '[{ createdAt: DescNullsLast }]';
  return {
    unit: { root: 'keyturnUnits', fields: UNIT_FIELDS, filter: `{ id: { eq: ${literal(id)} } }` },
    holds: {
      root: 'keyturnUnitHolds',
      fields: 'id kind state heldByName forWhom heldAt expiresAt closedAt',
      filter,
      orderBy,
    },
    reservations: {
      root: 'keyturnReservations',
      fields: `id name state price ${MONEY} reservedAt closedAt ${BUYER}`,
      filter,
      orderBy,
    },
    contracts: {
      root: 'keyturnContracts',
      fields: `id name state price ${MONEY} signedOn cancelledOn ${BUYER}`,
      filter,
      orderBy,
    },
    prices: {
      root: 'keyturnPriceSchemeItems',
      fields: `id listPrice ${MONEY} listBefore ${MONEY} appliedAt undoneAt priceScheme { name }`,
      filter: `{ unitId: { eq: ${literal(id)} }, appliedAt: { is: NOT_NULL } }`,
      orderBy: '[{ appliedAt: DescNullsLast }]',
    },
    keys: { root: 'keyturnHandovers', fields: `${HOME_HANDOVER} receivedBy`, filter, orderBy },
    ...homeSpecs(ofUnit, ofUnit),
  } satisfies Record<string, ListSpec>;
}

/** Null when the unit is gone. @throws ApiFailure */
export async function readUnitPage(id: string): Promise<UnitPage | null> {
  const { records, totals } = await readParts(specsOf(id), { needed: 'unit' });
  const [unit] = records.unit as UnitRecord[];
  // The lists are what the specs above ask for.
  return unit === undefined ? null : ({ ...records, unit, totals } as unknown as UnitPage);
}
