/** The time line of a unit: a line an event, its icon telling a price from a deal. */
import { useState } from 'react';
import { dateText, dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { RecordLink } from '#widgets/shared/record/record-parts.tsx';
import type { EventKind, UnitEvent } from './unit-history.ts';

const ICONS: Record<EventKind, string> = {
  PRICE: 'M6.5 1.5H10v3.5L5 10 1.9 6.9ZM8.2 3.3h.01',
  HOLD: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8ZM6 3.6V6l1.7 1.2',
  RESERVATION: 'M3 1.5h6v9L6 8.2 3 10.5Z',
  CONTRACT: 'M3 1.2h4l2.5 2.5v7H3ZM4.8 6h2.6M4.8 8h2.6',
  KEYS: 'M4 4.9a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM5.5 5.5 10 1.6M8 3.3l1.5 1.6',
  RELEASED: 'M2 10V2h7L7.5 4.5 9 7H2',
};

/** Drawn at once; the rest on demand, for a unit may have changed its price and its holders many times. */
const MOST = 12;

export function UnitTimeline({ events, words }: { events: readonly UnitEvent[]; words: Words }) {
  const { t, locale } = words;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? events : events.slice(0, MOST);
  if (events.length === 0) return <p className="kt-hint">{t('Nothing has happened with this unit yet.')}</p>;
  return (
    <>
      <ol className="kt-timeline">
        {shown.map(({ key, kind, at, title, note, record }) => (
          <li key={key} className="kt-event" data-kind={kind}>
            <span className="kt-event-mark" aria-hidden={true}>
              <svg viewBox="0 0 12 12" aria-hidden={true}>
                <path d={ICONS[kind]} />
              </svg>
            </span>
            <span className="kt-event-at kt-number">
              {at === '' ? '–' : at.length === 10 ? dateText(at, locale) : dateTimeText(at, locale)}
            </span>
            <span className="kt-event-text">
              {record === null ? (
                <span className="kt-event-title">{title}</span>
              ) : (
                <RecordLink object={record.object} id={record.id}>
                  {title}
                </RecordLink>
              )}
              {note !== '' && <span className="kt-event-note">{note}</span>}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < events.length && (
        <Button size="small" onPress={() => setIsWhole(true)}>
          {t('Show all {count} events', { count: events.length })}
        </Button>
      )}
    </>
  );
}

export const TIMELINE_STYLE = `
.kt-timeline{list-style:none;margin:0;padding:0}
.kt-event{position:relative;display:grid;grid-template-columns:24px minmax(120px,max-content) minmax(0,1fr);gap:0 12px;padding-bottom:14px}
.kt-event::before{content:"";position:absolute;left:11px;top:24px;bottom:0;width:2px;background:var(--kt-line)}
.kt-event:last-child::before{display:none}
.kt-event-mark{display:grid;place-items:center;width:24px;height:24px;border-radius:50%;border:1px solid var(--kt-line-strong);background:var(--kt-ground)}
.kt-event-mark svg{width:12px;height:12px;fill:none;stroke:var(--kt-ink-soft);stroke-width:1.2;stroke-linecap:round;stroke-linejoin:round}
.kt-event[data-kind=CONTRACT] .kt-event-mark,.kt-event[data-kind=KEYS] .kt-event-mark{border-color:var(--kt-accent)}
.kt-event[data-kind=CONTRACT] .kt-event-mark svg,.kt-event[data-kind=KEYS] .kt-event-mark svg{stroke:var(--kt-accent)}
.kt-event-at{padding-top:3px;color:var(--kt-ink-soft)}
.kt-event-text{display:flex;flex-direction:column;padding-top:1px;min-width:0}
.kt-event-title{font-weight:500;line-height:24px}
.kt-event-note{color:var(--kt-ink-soft);overflow-wrap:anywhere}
@container kt (max-width:520px){
.kt-event{grid-template-columns:24px minmax(0,1fr)}
.kt-event-mark{grid-row:1/3}
.kt-event-at{font-size:12px}
.kt-event-text{grid-column:2}
}
`;
