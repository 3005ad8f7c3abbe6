/** What became of a home after the sale, a line each: handover, title, snags, tickets with their clock, warranty. */
import { type TicketDue, ticketDue } from '#domain/care/ticket.ts';
import { OPEN_SNAG_STATES } from '#domain/handover/snags.ts';
import { KINDS, PARTS, TICKET_STATES } from '#widgets/care/care-names.ts';
import { HANDOVER_STATES } from '#widgets/handover/readiness/home.ts';
import { BLOCKS, TITLE_STATES } from '#widgets/handover/title/title-records.ts';
import { openRows, type RowFilter } from '#widgets/shared/figures/rows.ts';
import { dateText, dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { NotForYou, RecordLink, Section } from '#widgets/shared/record/record-parts.tsx';
import type { HomeFacts, HomeHandover, OpenTicket } from './home-records.ts';

type HomeSectionProps = {
  facts: HomeFacts;
  /** Where Twenty's list of snags is narrowed to; without it the number opens nothing. */
  snagRows: RowFilter | null;
  now: number;
  words: Words;
};

/** More would not be a glance any more; the ticket's own list has them. */
const MOST_TICKETS = 5;

export function HomeSection({ facts, snagRows, now, words }: HomeSectionProps) {
  const { t } = words;
  const { handover, title, snags, tickets, warranty } = facts;
  const isNothing =
    handover === null && title === null && !snags?.open && !tickets?.length && warranty.length === 0;
  if (isNothing && !facts.isPartly) return null;
  return (
    <Section title={t('After the sale')}>
      {facts.isPartly && <NotForYou words={words} />}
      <ul className="kt-lines">
        {handover !== null && (
          <li>
            <HandoverLine handover={handover} words={words} />
          </li>
        )}
        {title !== null && <TitleLine facts={facts} words={words} />}
        {snags !== null && snags.open > 0 && <SnagLine snags={snags} rows={snagRows} words={words} />}
        {(tickets ?? []).slice(0, MOST_TICKETS).map((ticket) => (
          <li key={ticket.id}>
            <TicketLine ticket={ticket} now={now} words={words} />
          </li>
        ))}
        {(tickets?.length ?? 0) > MOST_TICKETS && (
          <li className="kt-soft">
            {t('and {count} more tickets', { count: (tickets?.length ?? 0) - MOST_TICKETS })}
          </li>
        )}
        {warranty.length > 0 && <WarrantyLine warranty={warranty} words={words} />}
      </ul>
    </Section>
  );
}

/** The appointment, or the keys. */
type HandoverLineProps = { handover: HomeHandover; label?: string | null; words: Words };

export function HandoverLine({ handover, label = null, words }: HandoverLineProps) {
  const { t, locale } = words;
  const { id, state, slotAt, handedOverOn, deemedOn, noShows } = handover;
  const isBooked = state === 'BOOKED' && slotAt !== null;
  const when =
    handedOverOn !== null
      ? t('keys on {date}', { date: dateText(handedOverOn, locale) })
      : deemedOn !== null
        ? t('deemed delivered on {date}', { date: dateText(deemedOn, locale) })
        : isBooked
          ? t('appointment {time}', { time: dateTimeText(slotAt, locale) })
          : null;
  const missed = (noShows ?? 0) > 0 ? t('nobody came ×{count}', { count: noShows ?? 0 }) : null;
  return (
    <>
      <span>
        <RecordLink object="keyturnHandover" id={id}>
          {label ?? t('Handover')}
        </RecordLink>{' '}
        <span className="kt-chip" data-tone={state === 'KEYS_HANDED' ? 'good' : isBooked ? 'now' : 'plain'}>
          {nameIn(HANDOVER_STATES, state, t) ?? '–'}
        </span>
      </span>
      <span className="kt-soft kt-number">{[when, missed].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function TitleLine({ facts: { title, deadline }, words: { t, locale } }: { facts: HomeFacts; words: Words }) {
  if (title === null) return null;
  const isLate = deadline !== null && deadline.daysLeft < 0;
  const date = deadline === null ? '' : dateText(deadline.on, locale);
  const due =
    deadline === null
      ? null
      : deadline.what === 'FILE'
        ? t('to be filed by {date}', { date })
        : t('certificate by {date}', { date });
  return (
    <li>
      <span>
        <RecordLink object="keyturnTitleCase" id={title.id}>
          {t('Title')}
        </RecordLink>{' '}
        <span className="kt-chip" data-tone={title.state === 'BLOCKED' ? 'bad' : 'plain'}>
          {nameIn(TITLE_STATES, title.state, t) ?? '–'}
        </span>
        {title.state === 'BLOCKED' && (
          <span className="kt-soft"> {nameIn(BLOCKS, title.blockReason, t) ?? ''}</span>
        )}
      </span>
      <span className={`kt-number ${isLate ? 'kt-bad' : 'kt-soft'}`}>
        {[isLate ? t('late') : null, due].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}

type SnagLineProps = { snags: NonNullable<HomeFacts['snags']>; rows: RowFilter | null; words: Words };

function SnagLine({ snags: { open, blocking, isMore }, rows, words: { t } }: SnagLineProps) {
  const state: RowFilter = { field: 'state', is: 'IS', anyOf: OPEN_SNAG_STATES };
  const text = t('Snags open: {count}', { count: isMore ? `${open}+` : open });
  return (
    <li>
      {rows === null ? (
        <span>{text}</span>
      ) : (
        <button
          type="button"
          className="kt-record-link"
          onClick={() => openRows({ objects: 'keyturnSnags', filters: [state, rows] })}
        >
          {text}
        </button>
      )}
      {blocking > 0 && <span className="kt-bad">{t('{count} keep keys back', { count: blocking })}</span>}
    </li>
  );
}

type TicketLineProps = { ticket: OpenTicket; now: number; words: Words };

/** A ticket with what runs out next. */
export function TicketLine({ ticket, now, words }: TicketLineProps) {
  const { t } = words;
  const due = ticketDue(ticket, now);
  return (
    <>
      <span>
        <RecordLink object="keyturnServiceTicket" id={ticket.id}>
          {[ticket.number, ticket.name].filter(Boolean).join(' · ') || '–'}
        </RecordLink>{' '}
        <span className="kt-chip">{nameIn(KINDS, ticket.kind, t) ?? '–'}</span>{' '}
        <span className="kt-chip">{nameIn(TICKET_STATES, ticket.state, t) ?? '–'}</span>
      </span>
      <span className={`kt-number ${due.isLate ? 'kt-bad' : 'kt-soft'}`}>
        {dueText(due, ticket, now, words)}
      </span>
    </>
  );
}

function dueText({ due, isLate, isPaused }: TicketDue, { pausedAt }: OpenTicket, now: number, words: Words) {
  const { t, locale } = words;
  const moment = (at: string | null) => (at === null ? '–' : dateTimeText(at, locale));
  if (isPaused) return `${t('The clock stands')} · ${t('since {time}', { time: moment(pausedAt) })}`;
  if (due === null) return t('Nothing is promised');
  const left = isLate ? t('late') : t('{time} left', { time: timeLeftText(due.by, now, t) ?? '–' });
  const by =
    due.what === 'ANSWER'
      ? t('answer by {time}', { time: moment(due.by) })
      : t('resolve by {time}', { time: moment(due.by) });
  return `${left} · ${by}`;
}

function WarrantyLine({ warranty, words }: { warranty: HomeFacts['warranty']; words: Words }) {
  const { t, locale } = words;
  return (
    <li>
      <span>{t('Warranty')}</span>
      <span className="kt-number">
        {warranty.map(({ part, answer, until }) => {
          const name = nameIn(PARTS, part, t) ?? part;
          const date = until === null ? '' : dateText(until, locale);
          return (
            <span key={part} className={answer === 'IN_WARRANTY' ? 'kt-warranty' : 'kt-warranty kt-soft'}>
              {answer === 'UNKNOWN'
                ? t('{part}: cannot be told', { part: name })
                : answer === 'OUT_OF_WARRANTY'
                  ? t('{part}: over since {date}', { part: name, date })
                  : t('{part}: until {date}', { part: name, date })}
            </span>
          );
        })}
      </span>
    </li>
  );
}

export const HOME_STYLE = `
.kt-warranty{display:block;text-align:right}
@container kt (max-width:520px){.kt-warranty{text-align:left}}
`;
