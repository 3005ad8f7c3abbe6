/** A week of a handover batch: its slots day by day, who is in them, and who has none. */
import { useState } from 'react';
import type { SlotOfDay, SlotsAnswer } from '#domain/handover/answers.ts';
import type { HandoverState } from '#domain/handover/handover-states.ts';
import { HANDOVER_STATES } from '#widgets/handover/readiness/home.ts';
import { askQuestion } from '#widgets/shared/api/ask-question.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { formOf, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, Section, Sums } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';

const COUNTED: readonly HandoverState[] = [
  'NOTIFIED',
  'BOOKED',
  'NO_SHOW',
  'KEYS_HANDED',
  'DEEMED_DELIVERED',
];

const BATCH_STATES: Record<string, string> = {
  DRAFT: msg('Draft'),
  OPEN: msg('Open for booking'),
  CLOSED: msg('Closed'),
};

export async function readWeek(recordId: string): Promise<SlotsAnswer | null> {
  return askQuestion<SlotsAnswer>('handover/handover-slots', { recordId });
}

const CLOSE: CommandFormSpec<'handover/close-handover-batch', SlotsAnswer, object> = {
  command: 'handover/close-handover-batch',
  load: readWeek,
  facts: () => [],
  explains: (_week, { t }) => t('Nobody books in it any more; appointments that are made stay.'),
  start: () => ({}),
  read: (_draft, { batchId }) => ({ input: { handoverBatchId: batchId }, wrong: {} }),
  submit: ({ t }) => t('Close batch'),
  busy: ({ t }) => t('Closing…'),
  done: ({ t }) => t('The batch is closed.'),
  isDangerous: true,
};

export function HandoverCalendar({ subject, words, reload }: RecordViewProps<SlotsAnswer>) {
  const { t, locale } = words;
  const [other, setOther] = useState<SlotsAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  const week = other ?? subject;
  const go = async (from: string) => {
    try {
      const found = await askQuestion<SlotsAnswer>('handover/handover-slots', {
        recordId: subject.batchId,
        from,
      });
      setOther(found);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const again = async () => {
    await reload();
    if (other !== null) await go(other.from);
  };
  const days = [...new Set(week.slots.map(({ day }) => day))];
  return (
    <>
      <div className="kt-record-lead">
        <span className="kt-record-name">{week.batch}</span>
        <span className="kt-chip" data-tone={week.state === 'OPEN' ? 'good' : 'plain'}>
          {nameIn(BATCH_STATES, week.state, t)}
        </span>
        <span className="kt-soft">
          {[
            `${dateText(week.opensOn, locale)} – ${dateText(week.closesOn, locale)}`,
            week.place,
            week.timeZone,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Sums
        sums={COUNTED.filter((state) => (week.counts[state] ?? 0) > 0).map((state) => ({
          label: nameIn(HANDOVER_STATES, state, t) ?? state,
          value: String(week.counts[state] ?? 0),
          tone: state === 'NO_SHOW' ? ('bad' as const) : undefined,
        }))}
      />
      {week.state === 'OPEN' && (
        <RecordActions
          words={words}
          onDone={again}
          actions={[{ key: 'close', label: t('Close batch'), form: formOf(CLOSE, subject.batchId) }]}
        />
      )}
      <Section
        title={t('Appointments')}
        aside={
          <span className="kt-weeks">
            <Button
              size="small"
              isDisabled={week.previous === null}
              onPress={() => void go(week.previous ?? '')}
            >
              {t('Week before')}
            </Button>
            <Button size="small" isDisabled={week.next === null} onPress={() => void go(week.next ?? '')}>
              {t('Week after')}
            </Button>
          </span>
        }
      >
        {failed && <Notice tone="bad">{t('That week could not be read. Try again.')}</Notice>}
        {days.length === 0 && <p className="kt-hint">{t('No times in this week.')}</p>}
        <div className="kt-days">
          {days.map((day) => (
            <Day
              key={day}
              day={day}
              slots={week.slots.filter((slot) => slot.day === day)}
              week={week}
              words={words}
            />
          ))}
        </div>
      </Section>
      <Waiting week={week} words={words} />
    </>
  );
}

type DayProps = { day: string; slots: readonly SlotOfDay[]; week: SlotsAnswer; words: Words };

function Day({ day, slots, week, words: { t, locale } }: DayProps) {
  return (
    <section className="kt-day" aria-label={dateText(day, locale)}>
      <h4 className="kt-day-title">
        {weekdayText(day, locale)} <span className="kt-soft">{dateText(day, locale)}</span>
      </h4>
      <ul className="kt-slots">
        {slots.map(({ startsAt, time, free, isOver, people }) => (
          <li
            key={startsAt}
            data-slot={isOver ? 'OVER' : free === 0 ? 'FULL' : people.length > 0 ? 'SOME' : 'FREE'}
          >
            <span className="kt-slot-time kt-number">{time}</span>
            <span className="kt-slot-people">
              {people.map(({ handoverId, unit, buyer, state, proxy }) => (
                <span key={handoverId} className="kt-slot-one">
                  <RecordLink object="keyturnHandover" id={handoverId}>
                    {unit}
                  </RecordLink>
                  <span className="kt-soft">{proxy === '' ? buyer : `${buyer} (${proxy})`}</span>
                  {state !== 'BOOKED' && (
                    <span className="kt-chip" data-tone={state === 'NO_SHOW' ? 'bad' : 'good'}>
                      {nameIn(HANDOVER_STATES, state, t)}
                    </span>
                  )}
                </span>
              ))}
              <span className="kt-soft kt-slot-free">
                {isOver
                  ? ''
                  : free === 0
                    ? t('full')
                    : t('{count} of {all} free', { count: free, all: week.capacity })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function weekdayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function Waiting({ week: { waiting, moreWaiting }, words: { t } }: { week: SlotsAnswer; words: Words }) {
  return (
    <Section title={t('Without an appointment')} aside={String(waiting.length + moreWaiting)}>
      {waiting.length === 0 && <p className="kt-hint">{t('Everybody has one.')}</p>}
      <ul className="kt-lines">
        {waiting.map(({ handoverId, unit, buyer, state, noShows }) => (
          <li key={handoverId}>
            <span>
              <RecordLink object="keyturnHandover" id={handoverId}>
                {unit}
              </RecordLink>{' '}
              <span className="kt-soft">{buyer}</span>
            </span>
            <span className={state === 'NO_SHOW' ? 'kt-bad' : 'kt-soft'}>
              {state === 'NO_SHOW' ? t('No-shows: {count}', { count: noShows }) : t('not booked yet')}
            </span>
          </li>
        ))}
      </ul>
      {moreWaiting > 0 && <p className="kt-hint">{t('and {count} more', { count: moreWaiting })}</p>}
    </Section>
  );
}

export const CALENDAR_STYLE = `
.kt-weeks{display:inline-flex;gap:8px}
.kt-days{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,220px),1fr));gap:16px;align-items:start}
:where(.kt) .kt-day-title{font-size:13px;font-weight:600;padding-bottom:4px}
.kt-slots{display:flex;flex-direction:column;gap:4px;list-style:none;margin:0;padding:0}
.kt-slots>li{display:grid;grid-template-columns:44px minmax(0,1fr);gap:8px;padding:6px 8px;border:1px solid var(--kt-line);border-radius:4px;border-left-width:3px}
.kt-slots>li[data-slot=SOME]{border-left-color:var(--kt-accent)}
.kt-slots>li[data-slot=FULL]{border-left-color:var(--kt-record-paid);background:var(--kt-ground-soft)}
.kt-slots>li[data-slot=OVER]{background:var(--kt-ground-soft);border-style:dashed}
.kt-slot-time{font-weight:600}
.kt-slot-people{display:flex;flex-direction:column;gap:2px;min-width:0}
.kt-slot-one{display:flex;flex-wrap:wrap;gap:0 8px;align-items:center}
.kt-slot-free{font-size:12px}
`;
