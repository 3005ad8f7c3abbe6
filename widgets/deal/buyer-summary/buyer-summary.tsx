/** A person as a buyer: what was bought and paid, what is due and late, and every contract, reservation and ticket. */
import type { ReactNode } from 'react';
import { LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { isPositive, type Money } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { HandoverLine, TicketLine } from '#widgets/care/home-facts/home-section.tsx';
import { amountOf, amountText, numberText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText, timeLeftText, today } from '#widgets/shared/format/moment.ts';
import { moneyOf, shownMoney } from '#widgets/shared/format/stored-money.ts';
import { type Names, namesOf } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Blank } from '#widgets/shared/parts/notice.tsx';
import {
  More,
  NotForYou,
  RecordLink,
  Section,
  type Sum,
  Sums,
} from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { CONTRACT_STAGES } from '#workflows/pipeline/contract.ts';
import { QUEUE_TICKET_STAGES } from '#workflows/pipeline/queue-ticket.ts';
import { RESERVATION_STAGES } from '#workflows/pipeline/reservation.ts';
import { type BuyerFigures, buyerFigures } from './buyer-figures.ts';
import type { BuyerPage, ContractRow, Deal, ReservationRow, TicketRow } from './buyer-records.ts';

const CONTRACT_STATES = /* @__PURE__ */ namesOf(CONTRACT_STAGES);
const RESERVATION_STATES = /* @__PURE__ */ namesOf(RESERVATION_STAGES);
const TICKET_STATES = /* @__PURE__ */ namesOf(QUEUE_TICKET_STAGES);

/** Drawn of each list; the rest is in Twenty's own. */
const MOST = 10;

export function BuyerSummary({ subject, words, now }: RecordViewProps<BuyerPage>) {
  const { t } = words;
  const { contracts, reservations, tickets, serviceTickets, handovers, person } = subject;
  const isNothing = [contracts, reservations, tickets, serviceTickets].every(
    (list) => list !== null && list.length === 0,
  );
  if (isNothing)
    return (
      <Blank title={t('No deals yet')}>
        {t('Reservations, contracts and queue tickets of this person appear here.')}
      </Blank>
    );
  const figures = buyerFigures(subject, plainDate(today(new Date(now))));
  return (
    <>
      {figures.map((each) => (
        <Sums key={each.currency} sums={sumsOf(each, words)} />
      ))}
      <Deals
        title={t('Open service tickets')}
        objects="keyturnServiceTickets"
        by="customer"
        personId={person.id}
        rows={serviceTickets}
        words={words}
      >
        {(ticket) => <TicketLine ticket={ticket} now={now} words={words} />}
      </Deals>
      <Handovers handovers={handovers} words={words} />
      <Deals
        title={t('Contracts')}
        objects="keyturnContracts"
        personId={person.id}
        rows={contracts}
        words={words}
      >
        {(contract) => <ContractLine contract={contract} words={words} />}
      </Deals>
      <Deals
        title={t('Reservations')}
        objects="keyturnReservations"
        personId={person.id}
        rows={reservations}
        words={words}
      >
        {(reservation) => <ReservationLine reservation={reservation} now={now} words={words} />}
      </Deals>
      <Deals
        title={t('Queue tickets')}
        objects="keyturnQueueTickets"
        personId={person.id}
        rows={tickets}
        words={words}
      >
        {(ticket) => <QueueTicketLine ticket={ticket} words={words} />}
      </Deals>
    </>
  );
}

function sumsOf({ contracts, net, paid, dues }: BuyerFigures, { t, locale }: Words): Sum[] {
  const text = (money: Money) => amountText(shownMoney(money), locale);
  const sums: Sum[] = [
    {
      label: t('Contracts that bind'),
      value: text(net),
      note: t('Contracts: {count}', { count: contracts }),
    },
    { label: t('Paid'), value: text(paid) },
  ];
  if (dues === null)
    return [...sums, { label: t('Open'), value: '–', note: t('Your role may not see this part.') }];
  const isLate = isPositive(dues.overdue);
  return [
    ...sums,
    { label: t('Open'), value: text(dues.open), note: t('due or not yet due') },
    { label: t('Due by today'), value: text(dues.due) },
    {
      label: t('Overdue'),
      value: text(dues.overdue),
      tone: isLate ? 'bad' : undefined,
      note:
        dues.overdueSince === null
          ? t('nothing is late')
          : t('since {date}', { date: dateText(dues.overdueSince, locale) }),
    },
    {
      label: t('Next due'),
      value: dues.next === null ? '–' : text(dues.next.amount),
      note: dues.next && dateText(dues.next.on, locale),
    },
  ];
}

type DealsProps<Row> = {
  title: string;
  objects: string;
  /** By which relation the list is narrowed to the person. */
  by?: string;
  personId: string;
  rows: readonly Row[] | null;
  words: Words;
  children: (row: Row) => ReactNode;
};

/** A list that is empty is left out: the person simply has none. */
function Deals<Row extends { id: string }>({
  title,
  objects,
  by = 'buyer',
  personId,
  rows,
  words,
  children,
}: DealsProps<Row>) {
  if (rows?.length === 0) return null;
  const shown = (rows ?? []).slice(0, MOST);
  return (
    <Section title={title} aside={rows === null ? undefined : numberText(rows.length, words.locale)}>
      {rows === null && <NotForYou words={words} />}
      <ul className="kt-lines">
        {shown.map((row) => (
          <li key={row.id} className="kt-deal">
            {children(row)}
          </li>
        ))}
      </ul>
      <More
        shown={shown.length}
        total={rows?.length ?? null}
        rows={{ objects, filters: [{ field: by, is: 'RELATED_TO', recordId: personId }] }}
        words={words}
      />
    </Section>
  );
}

type Tone = 'good' | 'bad' | 'now' | 'plain';

function Chip({
  names,
  state,
  tone,
  words: { t },
}: {
  names: Names;
  state: string | null;
  tone: Tone;
  words: Words;
}) {
  const label = state === null ? undefined : names[state];
  return label === undefined ? null : (
    <span className="kt-chip" data-tone={tone}>
      {t(label)}
    </span>
  );
}

function shareText(share: number | null, { locale }: Words): string | null {
  return share === null || share === 100 ? null : `${numberText(share, locale, 4)} %`;
}

const moneyText = (stored: StoredAmount, locale: string) => {
  const amount = amountOf(stored);
  return amount === null ? null : amountText(amount, locale);
};

function ContractLine({ contract, words }: { contract: Deal<ContractRow>; words: Words }) {
  const { t, locale } = words;
  const { id, name, state, unit, overdue } = contract;
  const isLive = state !== null && LIVE_CONTRACT_STATES.includes(state);
  const late = moneyOf(overdue);
  return (
    <>
      <span className="kt-deal-name">
        <RecordLink object="keyturnContract" id={id}>
          {name ?? '–'}
        </RecordLink>
        <span className="kt-soft">
          {[unit?.name, shareText(contract.share, words)].filter(Boolean).join(' · ')}
        </span>
        <Chip names={CONTRACT_STATES} state={state} tone={isLive ? 'good' : 'plain'} words={words} />
      </span>
      <span className="kt-deal-money kt-number">
        {late !== null && isPositive(late) && (
          <span className="kt-bad">
            {t('{amount} overdue', { amount: amountText(shownMoney(late), locale) })}
          </span>
        )}
        <span>{moneyText(contract.price, locale)}</span>
      </span>
    </>
  );
}

function ReservationLine({
  reservation,
  now,
  words,
}: {
  reservation: Deal<ReservationRow>;
  now: number;
  words: Words;
}) {
  const { t, locale } = words;
  const { id, name, state, unit, validUntil } = reservation;
  const isStanding = state === 'ACTIVE' || state === 'PENDING_APPROVAL';
  const left = isStanding ? timeLeftText(validUntil, now, t) : null;
  return (
    <>
      <span className="kt-deal-name">
        <RecordLink object="keyturnReservation" id={id}>
          {name ?? '–'}
        </RecordLink>
        <span className="kt-soft">
          {[unit?.name, shareText(reservation.share, words)].filter(Boolean).join(' · ')}
        </span>
        <Chip names={RESERVATION_STATES} state={state} tone={isStanding ? 'now' : 'plain'} words={words} />
      </span>
      <span className="kt-deal-money kt-number">
        {left !== null && <span className="kt-soft">{t('{time} left', { time: left })}</span>}
        <span>{moneyText(reservation.price, locale)}</span>
      </span>
    </>
  );
}

/** Of a home one line; where several were bought, each is named. */
function Handovers({ handovers, words }: { handovers: BuyerPage['handovers']; words: Words }) {
  if (handovers?.length === 0) return null;
  return (
    <Section title={words.t('Handover')}>
      {handovers === null && <NotForYou words={words} />}
      <ul className="kt-lines">
        {(handovers ?? []).map((handover) => (
          <li key={handover.id}>
            <HandoverLine handover={handover} label={handover.unit?.name ?? null} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function QueueTicketLine({ ticket, words }: { ticket: TicketRow; words: Words }) {
  const { t } = words;
  const { id, name, number, state, releaseBatch } = ticket;
  const isLive = state === 'ACTIVE' || state === 'CALLED' || state === 'SELECTED';
  return (
    <span className="kt-deal-name">
      <RecordLink object="keyturnQueueTicket" id={id}>
        {number === null ? (name ?? '–') : t('Number {number}', { number })}
      </RecordLink>
      <span className="kt-soft">{releaseBatch?.name}</span>
      <Chip names={TICKET_STATES} state={state} tone={isLive ? 'now' : 'plain'} words={words} />
    </span>
  );
}

export const BUYER_STYLE = `
.kt-deal-name,.kt-deal-money{display:inline-flex;flex-wrap:wrap;align-items:baseline;gap:2px 10px}
.kt-deal-money{margin-left:auto;justify-content:flex-end}
.kt-sums+.kt-sums{padding-top:16px;border-top:1px solid var(--kt-line)}
`;
