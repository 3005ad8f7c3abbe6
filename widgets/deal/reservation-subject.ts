/** A reservation as the forms about it show it. */
import type { DepositKind, ReservationStage, ReservationState } from '#domain/deal/deal-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { BUYER, type BuyerRecord, buyerName, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type ReservationSubject = BuyerRecord & {
  id: string;
  name: string | null;
  state: ReservationState | null;
  stage: ReservationStage | null;
  extensions: number | null;
  depositKind: DepositKind | null;
  price: StoredAmount;
  depositAsked: StoredAmount;
  depositPaid: StoredAmount;
  validUntil: string | null;
  unit: { id: string; name: string | null; projectId?: string | null } | null;
};

export const RESERVATION_FIELDS = `id name state stage extensions depositKind price ${MONEY} depositAsked ${MONEY} depositPaid ${MONEY}
  validUntil unit { id name projectId } ${BUYER}`;

export function readReservationSubject(id: string): Promise<ReservationSubject | null> {
  return readOne<ReservationSubject>('keyturnReservations', RESERVATION_FIELDS, id);
}

export function reservationCurrency({ price }: ReservationSubject): string {
  return amountOf(price)?.currency ?? '';
}

export function reservationFacts(reservation: ReservationSubject, { t, locale }: Words): Fact[] {
  const money = (stored: StoredAmount) => {
    const amount = amountOf(stored);
    return amount && amountText(amount, locale);
  };
  return [
    [t('Reservation'), reservation.name],
    [t('Unit'), reservation.unit?.name],
    [t('Buyer'), buyerName(reservation)],
    [t('Agreed price'), money(reservation.price)],
    [t('Deposit asked'), money(reservation.depositAsked)],
    [t('Deposit paid'), money(reservation.depositPaid)],
    [t('Valid until'), reservation.validUntil && dateTimeText(reservation.validUntil, locale)],
  ];
}

/** Why a reservation that is over cannot be changed any more. */
export function onlyStanding({ state }: ReservationSubject, { t }: Words): string | null {
  const stands = state === null || state === 'ACTIVE' || state === 'PENDING_APPROVAL';
  return stands ? null : t('This reservation is over. Reserve the unit again if it is free.');
}

/** The same for what has to wait until its price is approved. */
export function onlyActive(reservation: ReservationSubject, words: Words): string | null {
  return reservation.state === 'PENDING_APPROVAL'
    ? words.t('Its price waits for approval. Ask for it first.')
    : onlyStanding(reservation, words);
}
