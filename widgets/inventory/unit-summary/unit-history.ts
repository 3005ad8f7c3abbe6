/** Prices and deals of a unit on one time line, the newest first. Pure. */
import { buyerName } from '#widgets/shared/command-form/record-texts.ts';
import { type Amount, amountOf, amountText } from '#widgets/shared/format/amount.ts';
import { namesOf } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { CONTRACT_STAGES } from '#workflows/pipeline/contract.ts';
import { RESERVATION_STAGES } from '#workflows/pipeline/reservation.ts';
import { UNIT_HOLD_STAGES } from '#workflows/pipeline/unit-hold.ts';
import type { ContractRow, HoldRow, PriceRow, ReservationRow, UnitPage } from './unit-records.ts';

export type EventKind = 'PRICE' | 'HOLD' | 'RESERVATION' | 'CONTRACT' | 'KEYS' | 'RELEASED';

export type UnitEvent = {
  key: string;
  kind: EventKind;
  /** An instant or a day; lists without one stand at the end. */
  at: string;
  title: string;
  /** Who, and what became of it. */
  note: string;
  /** The record behind it; null for what the unit itself says. */
  record: { object: string; id: string } | null;
};

const HOLD_STATES = /* @__PURE__ */ namesOf(UNIT_HOLD_STAGES);
const RESERVATION_STATES = /* @__PURE__ */ namesOf(RESERVATION_STAGES);
const CONTRACT_STATES = /* @__PURE__ */ namesOf(CONTRACT_STAGES);

const joined = (parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');

export function historyOf(page: UnitPage, words: Words): UnitEvent[] {
  const { t } = words;
  const { unit, keys } = page;
  const events = [
    ...(page.prices ?? []).map((one) => priceEvent(one, words)),
    ...(page.holds ?? []).map((one) => holdEvent(one, words)),
    ...(page.reservations ?? []).map((one) => reservationEvent(one, words)),
    ...(page.contracts ?? []).map((one) => contractEvent(one, words)),
    ...(keys ?? []).map(
      ({ id, handedOverOn, receivedBy }): UnitEvent => ({
        key: id,
        kind: 'KEYS',
        at: handedOverOn ?? '',
        title: t('Keys handed over'),
        note: receivedBy ?? '',
        record: { object: 'keyturnHandover', id },
      }),
    ),
  ];
  if (unit.releasedAt)
    events.push({
      key: 'RELEASED',
      kind: 'RELEASED',
      at: unit.releasedAt,
      title: t('Released for sale'),
      note: '',
      record: null,
    });
  return events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function priceEvent(price: PriceRow, { t, locale }: Words): UnitEvent {
  const [now, before] = [amountOf(price.listPrice), amountOf(price.listBefore)];
  const change = changeText(before, now, locale);
  return {
    key: price.id,
    kind: 'PRICE',
    at: price.appliedAt ?? '',
    title: now === null ? t('Price') : t('List price {amount}', { amount: amountText(now, locale) }),
    note: joined([change, price.priceScheme?.name, price.undoneAt !== null && t('undone')]),
    record: { object: 'keyturnPriceSchemeItem', id: price.id },
  };
}

/** "+3.5 %" of the price before; nothing where there is none to compare with. */
export function changeText(before: Amount | null, now: Amount | null, locale: string): string | null {
  if (before === null || now === null || before.micros <= 0n || before.currency !== now.currency) return null;
  const share = Number(((now.micros - before.micros) * 100_000n) / before.micros) / 100_000;
  if (share === 0) return null;
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 2,
    signDisplay: 'always',
  }).format(share);
}

function holdEvent(hold: HoldRow, { t }: Words): UnitEvent {
  const label = hold.state === null ? null : HOLD_STATES[hold.state];
  return {
    key: hold.id,
    kind: 'HOLD',
    at: hold.heldAt ?? '',
    title: hold.kind === 'LEGAL' ? t('Frozen') : t('Held'),
    note: joined([hold.forWhom, hold.heldByName, label !== null && t(label)]),
    record: { object: 'keyturnUnitHold', id: hold.id },
  };
}

function reservationEvent(reservation: ReservationRow, { t, locale }: Words): UnitEvent {
  const label = reservation.state === null ? null : RESERVATION_STATES[reservation.state];
  const price = amountOf(reservation.price);
  return {
    key: reservation.id,
    kind: 'RESERVATION',
    at: reservation.reservedAt ?? '',
    title: t('Reservation {name}', { name: reservation.name ?? '–' }),
    note: joined([
      buyerName(reservation),
      price !== null && amountText(price, locale),
      label !== null && t(label),
    ]),
    record: { object: 'keyturnReservation', id: reservation.id },
  };
}

function contractEvent(contract: ContractRow, { t, locale }: Words): UnitEvent {
  const label = contract.state === null ? null : CONTRACT_STATES[contract.state];
  const price = amountOf(contract.price);
  return {
    key: contract.id,
    kind: 'CONTRACT',
    at: contract.signedOn ?? '',
    title: t('Contract {name}', { name: contract.name ?? '–' }),
    note: joined([
      buyerName(contract),
      price !== null && amountText(price, locale),
      label !== null && t(label),
    ]),
    record: { object: 'keyturnContract', id: contract.id },
  };
}
