/** A ticket at a glance: its clock and when it stood, the warranty and why, what was said, and what comes next. */
import type { ServiceTicketState } from '#domain/care/care-states.ts';
import { OPEN_TICKETS } from '#domain/care/care-transitions.ts';
import { KINDS, PARTS, PRIORITIES, TICKET_STATES, WARRANTIES } from '#widgets/care/care-names.ts';
import { SNAG_STATES } from '#widgets/handover/names.ts';
import { dateText, dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { personName } from '#widgets/shared/people/person-name.ts';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, Section, type Sum, Sums } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import {
  GIVE_FEEDBACK,
  moveForm,
  movesFrom,
  RATE_TICKET,
  RATING_LINK,
  TICKET_SNAG,
} from './ticket-forms.tsx';
import type { TicketSubject } from './ticket-record.ts';

const isOpen = ({ state }: TicketSubject) => state !== null && OPEN_TICKETS.includes(state);

export function TicketView({ subject, words, now, reload }: RecordViewProps<TicketSubject>) {
  const { t } = words;
  const missing = missingToClose(subject, words);
  return (
    <>
      <Lead subject={subject} words={words} />
      <Sums sums={[...clockOf(subject, now, words), warrantyOf(subject, words)]} />
      {missing !== null && <Notice tone="bad">{missing}</Notice>}
      <RecordActions actions={actionsOf(subject, words)} words={words} onDone={reload} />
      <div className="kt-record-pair">
        <Section title={t('Request')}>
          <p className="kt-ticket-text">{subject.description || '–'}</p>
          <Facts subject={subject} words={words} />
        </Section>
        <Section title={t('Told and asked')}>
          <Told subject={subject} words={words} />
        </Section>
      </div>
      {subject.snags.length > 0 && <Snags subject={subject} words={words} />}
      {subject.stood.length > 0 && <Pauses subject={subject} words={words} />}
    </>
  );
}

function Lead({ subject, words: { t } }: { subject: TicketSubject; words: Words }) {
  const { state, escalation, kind, priority, unit, contract, customer } = subject;
  const tone = state === 'CLOSED' || state === 'RESOLVED' ? 'good' : 'now';
  return (
    <div className="kt-record-lead">
      <span className="kt-record-name">{[subject.number, subject.name].filter(Boolean).join(' · ')}</span>
      <span className="kt-chip" data-tone={tone}>
        {nameIn(TICKET_STATES, state, t) ?? '–'}
      </span>
      <span className="kt-chip">{nameIn(KINDS, kind, t) ?? '–'}</span>
      {(priority === 'URGENT' || priority === 'HIGH') && (
        <span className="kt-chip" data-tone="bad">
          {nameIn(PRIORITIES, priority, t)}
        </span>
      )}
      {(escalation ?? 0) > 0 && (
        <span className="kt-chip" data-tone="bad">
          {t('Escalated ×{count}', { count: escalation ?? 0 })}
        </span>
      )}
      {customer !== null && (
        <RecordLink object="person" id={customer.id}>
          {personName(customer.name) ?? '–'}
        </RecordLink>
      )}
      {unit !== null && (
        <RecordLink object="keyturnUnit" id={unit.id}>
          {unit.name ?? '–'}
        </RecordLink>
      )}
      {contract !== null && (
        <RecordLink object="keyturnContract" id={contract.id}>
          {contract.name ?? '–'}
        </RecordLink>
      )}
    </div>
  );
}

/** Until when it has to be answered and resolved; kept, late, or standing while the customer is waited for. */
function clockOf(subject: TicketSubject, now: number, words: Words): Sum[] {
  const { t, locale } = words;
  const { respondBy, respondedAt, resolveBy, resolvedAt, pausedAt } = subject;
  const one = (label: string, due: string | null, at: string | null): Sum => {
    if (due === null) return { label, value: '–', note: t('Nothing is promised') };
    const note = t('by {time}', { time: dateTimeText(due, locale) });
    if (at !== null) {
      const isKept = Date.parse(at) <= Date.parse(due);
      return { label, value: isKept ? t('kept') : t('late'), note, tone: isKept ? 'good' : 'bad' };
    }
    if (pausedAt !== null)
      return {
        label,
        value: t('The clock stands'),
        note: t('since {time}', { time: dateTimeText(pausedAt, locale) }),
      };
    const isLate = Date.parse(due) < now;
    const value = isLate ? t('late') : t('{time} left', { time: timeLeftText(due, now, t) ?? '–' });
    return { label, value, note, tone: isLate ? 'bad' : undefined };
  };
  return [one(t('Answer'), respondBy, respondedAt), one(t('Resolution'), resolveBy, resolvedAt)];
}

function warrantyOf({ warranty, warrantyUntil, warrantyNote }: TicketSubject, { t, locale }: Words): Sum {
  const until = warrantyUntil === null ? null : t('until {date}', { date: dateText(warrantyUntil, locale) });
  return {
    label: t('Warranty'),
    value: nameIn(WARRANTIES, warranty, t) ?? '–',
    note: [until, warrantyNote].filter(Boolean).join(' · '),
    tone: warranty === 'IN_WARRANTY' ? 'good' : warranty === 'OUT_OF_WARRANTY' ? 'bad' : undefined,
  };
}

/** A096, told before it is refused. */
function missingToClose(subject: TicketSubject, { t }: Words): string | null {
  if (subject.kind !== 'COMPLAINT' || subject.state !== 'RESOLVED') return null;
  if (subject.feedbackAt === null) return t('Before it can be closed, tell the customer what came of it.');
  if (subject.satisfactionAskedAt === null && subject.satisfaction === null)
    return t('Before it can be closed, ask the customer how it was.');
  return null;
}

const LABELS: Record<ServiceTicketState, string> = {
  NEW: '',
  TRIAGED: msg('Triage'),
  ASSIGNED: msg('Assign'),
  IN_PROGRESS: msg('Begin'),
  WAITING_CUSTOMER: msg('Wait for customer'),
  RESOLVED: msg('Resolve'),
  CLOSED: msg('Close'),
  REOPENED: msg('Reopen'),
};

/** What is next, of what may be done. */
const NEXT: Record<ServiceTicketState, ServiceTicketState | null> = {
  NEW: 'TRIAGED',
  TRIAGED: 'ASSIGNED',
  ASSIGNED: 'IN_PROGRESS',
  IN_PROGRESS: 'RESOLVED',
  WAITING_CUSTOMER: 'IN_PROGRESS',
  RESOLVED: 'CLOSED',
  CLOSED: null,
  REOPENED: 'IN_PROGRESS',
};

function actionsOf(subject: TicketSubject, { t }: Words): RecordAction[] {
  const { id, state, kind } = subject;
  const isWaitingForTold = kind === 'COMPLAINT' && state === 'RESOLVED' && subject.feedbackAt === null;
  const moves = movesFrom(state).map((to): RecordAction => {
    const label =
      state === 'WAITING_CUSTOMER' && to === 'IN_PROGRESS' ? t('Go on') : (nameIn(LABELS, to, t) ?? to);
    const isNext = !isWaitingForTold && state !== null && NEXT[state] === to;
    return { key: to, label, isNext, form: formOf(moveForm(to), id) };
  });
  const feedback: RecordAction = {
    key: 'FEEDBACK',
    label: t('Give feedback'),
    isNext: isWaitingForTold,
    form: formOf(GIVE_FEEDBACK, id),
  };
  const rate: RecordAction = { key: 'RATE', label: t('Keep satisfaction'), form: formOf(RATE_TICKET, id) };
  const ask: RecordAction = {
    key: 'ASK',
    label: t('Ask by link'),
    form: formOf(RATING_LINK, id),
  };
  const snag: RecordAction = {
    key: 'SNAG',
    label: subject.snags.length === 0 ? t('Make a snag of it') : t('Add another snag'),
    form: formOf(TICKET_SNAG, id),
  };
  const isForBuilder = kind === 'REPAIR' && subject.warranty === 'IN_WARRANTY' && subject.unit !== null;
  const work = isOpen(subject) && isForBuilder ? [snag] : [];
  const told = [...(state === 'CLOSED' ? [] : [feedback]), ...(isOpen(subject) ? [] : [rate, ask])];
  return [...moves, ...work, ...told].sort((a, b) => Number(b.isNext ?? false) - Number(a.isNext ?? false));
}

function Facts({ subject, words: { t, locale } }: { subject: TicketSubject; words: Words }) {
  const lines: [string, string | null | undefined][] = [
    [t('Opened'), subject.openedAt && dateTimeText(subject.openedAt, locale)],
    [t('Service level'), subject.promise],
    [t('Part'), nameIn(PARTS, subject.part, t)],
    [t('Assignee'), subject.assignee && personName(subject.assignee.name)],
    [t('Department'), subject.department],
    [t('For ticket'), subject.onBehalfOf],
    [t('Name of the caller'), subject.contactName],
    [t('Phone'), subject.contactPhone],
    [t('Email'), subject.contactEmail],
    [t('Sent again'), (subject.duplicates ?? 0) > 0 ? String(subject.duplicates) : null],
    [t('Times reopened'), (subject.reopened ?? 0) > 0 ? String(subject.reopened) : null],
  ];
  return <Lines lines={lines} />;
}

function Told({ subject, words: { t, locale } }: { subject: TicketSubject; words: Words }) {
  const { satisfaction, satisfactionNote, feedbackAt } = subject;
  const stars = satisfaction === null ? null : t('{stars} of 5', { stars: satisfaction });
  return (
    <Lines
      lines={[
        [t('Resolution'), subject.resolution || '–'],
        [
          feedbackAt === null
            ? t('Feedback to the customer')
            : t('Feedback of {time}', { time: dateTimeText(feedbackAt, locale) }),
          subject.feedback || '–',
        ],
        [t('Satisfaction'), stars ?? (subject.satisfactionAskedAt === null ? '–' : t('asked'))],
        [t('What the customer says'), satisfactionNote],
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly (readonly [string, string | null | undefined])[] }) {
  return (
    <ul className="kt-lines">
      {lines
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <li key={label}>
            <span className="kt-soft">{label}</span>
            <span className="kt-ticket-value">{value}</span>
          </li>
        ))}
    </ul>
  );
}

/** What is mended by who built it, in its own states. */
function Snags({ subject, words: { t, locale } }: { subject: TicketSubject; words: Words }) {
  return (
    <Section title={t('Snags')}>
      <ul className="kt-lines">
        {subject.snags.map(({ id, name, state, dueAt, contractor }) => (
          <li key={id}>
            <RecordLink object="keyturnSnag" id={id}>
              {name ?? '–'}
            </RecordLink>
            <span className="kt-soft">
              {[
                nameIn(SNAG_STATES, state, t),
                contractor?.name,
                dueAt !== null && t('by {time}', { time: dateTimeText(dueAt, locale) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Pauses({ subject, words: { t, locale } }: { subject: TicketSubject; words: Words }) {
  const why = { CUSTOMER: t('waited for the customer'), RESOLVED: t('was resolved') };
  const moment = (at: string | null) => (at === null ? '…' : dateTimeText(at, locale));
  return (
    <Section title={t('When the clock stood')}>
      <ul className="kt-lines">
        {subject.stood.map((pause) => (
          <li key={pause.from}>
            <span className="kt-number">
              {moment(pause.from)} – {moment(pause.to)}
            </span>
            <span className="kt-soft">{why[pause.why]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const TICKET_STYLE = `
.kt-ticket-text{white-space:pre-wrap;overflow-wrap:anywhere}
.kt-ticket-value{white-space:pre-wrap;overflow-wrap:anywhere;text-align:right;min-width:0}
`;
