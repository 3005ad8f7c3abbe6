/** What the widget of a reservation reads, in one request. */
import type { DiscountKind } from '#domain/deal/discount-states.ts';
import { RESERVATION_FIELDS, type ReservationSubject } from '#widgets/deal/reservation-subject.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { BUYER, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import type { BuyerRow } from '#widgets/shared/record/buyer-lines.tsx';

export type ReservationRecord = ReservationSubject & {
  listPrice: StoredAmount;
  depositForfeited: StoredAmount;
  reservedAt: string | null;
  upgradedAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  priceApprovedBy: string | null;
};

export type DiscountRow = {
  id: string;
  name: string | null;
  step: number | null;
  kind: DiscountKind | null;
  percent: number | null;
  amount: StoredAmount;
  priceAfter: StoredAmount;
};

/** Null for a list that the reader may not see. */
export type ReservationPage = {
  reservation: ReservationRecord;
  parties: BuyerRow[] | null;
  discounts: DiscountRow[] | null;
  contracts: { id: string; name: string | null; signedOn: string | null }[] | null;
};

function specsOf(id: string) {
  const own = `reservationId: { eq: ${literal(id)} }`;
  return {
    reservation: {
      root: 'keyturnReservations',
      fields: `${RESERVATION_FIELDS} listPrice ${MONEY} depositForfeited ${MONEY} reservedAt upgradedAt closedAt
        closeReason priceApprovedBy`,
      filter: `{ id: { eq: ${literal(id)} } }`,
    },
    parties: {
      root: 'keyturnParties',
      fields: `id name sharePercent isFirst ${BUYER}`,
      filter: `{ ${own}, state: { eq: ACTIVE } }`,
    },
    discounts: {
      root: 'keyturnDiscountLines',
      fields: `id name step kind percent amount ${MONEY} priceAfter ${MONEY}`,
      filter: `{ ${own} }`,
      orderBy: '[{ step: AscNullsLast }]',
    },
    contracts: { root: 'keyturnContracts', fields: 'id name signedOn', filter: `{ ${own} }` },
  } satisfies Record<string, ListSpec>;
}

/** Null when the reservation is gone. @throws ApiFailure */
export async function readReservation(id: string): Promise<ReservationPage | null> {
  const { records } = await readParts(specsOf(id), { needed: 'reservation' });
  const [reservation] = records.reservation as ReservationRecord[];
  // The lists are what the specs above ask for.
  return reservation === undefined ? null : ({ ...records, reservation } as unknown as ReservationPage);
}
