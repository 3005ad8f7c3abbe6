/** A snag at a glance: by when, who mends it, what was done, and what may be done next. */
import { type SnagAction, snagActionsFrom, snagClock } from '#domain/handover/snags.ts';
import { CATEGORY_NAMES, SEVERITY_NAMES, SNAG_ACTION_NAMES, SNAG_STATES } from '#widgets/handover/names.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, Section, type Sum, Sums } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import {
  ASSIGN_SNAG,
  CONTRACTOR_LINK,
  DECLINE_SNAG,
  FIX_SNAG,
  REOPEN_SNAG,
  START_SNAG,
  TAKE_LINKS_BACK,
  VERIFY_SNAG,
} from './snag-forms.tsx';
import type { SnagPage } from './snag-records.ts';

export function SnagSummary({ subject, words, now, reload }: RecordViewProps<SnagPage>) {
  const { t, locale } = words;
  const found = [
    subject.foundBy,
    subject.foundAt === null ? null : dateTimeText(subject.foundAt, locale),
  ].filter(Boolean);
  return (
    <>
      <div className="kt-record-lead">
        <span className="kt-record-name">{subject.name ?? '–'}</span>
        <span className="kt-chip" data-tone={toneOf(subject)}>
          {nameIn(SNAG_STATES, subject.state, t)}
        </span>
        <span className="kt-soft">
          {[nameIn(SEVERITY_NAMES, subject.severity, t), nameIn(CATEGORY_NAMES, subject.category, t)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Sums sums={sumsOf(subject, now, words)} />
      <RecordActions actions={actionsOf(subject, words)} words={words} onDone={reload} />
      <Section title={t('Details')}>
        <Facts
          facts={[
            [t('Description'), subject.description],
            [t('Found'), found.join(' · ')],
            [t('What was done'), subject.fixNote],
            [t('Verified by'), subject.verifiedBy],
            [t('Why it was declined'), subject.declineReason],
          ]}
        />
        <p className="kt-hint">{t('Photos lie in the Files tab, named “before” and “after”.')}</p>
      </Section>
    </>
  );
}

function toneOf({ state }: SnagPage): string {
  if (state === 'VERIFIED') return 'good';
  return state === 'REJECTED' ? 'plain' : 'now';
}

function sumsOf(snag: SnagPage, now: number, words: Words): Sum[] {
  const { t, locale } = words;
  const { contractor } = snag;
  const clock = snagClock(
    { ...snag, state: snag.state ?? 'OPEN', severity: snag.severity ?? 'MINOR' },
    new Date(now),
  );
  const notes = { RUNNING: null, STANDING: t('The clock stands'), STOPPED: t('The clock has stopped') };
  return [
    {
      label: t('Due by'),
      value: snag.dueAt === null ? '–' : dateTimeText(snag.dueAt, locale),
      note: clock.isOverdue ? t('Overdue') : notes[clock.runs],
      tone: clock.isOverdue ? 'bad' : undefined,
    },
    {
      label: t('Contractor'),
      value:
        contractor === null ? (
          t('nobody')
        ) : (
          <RecordLink object="company" id={contractor.id}>
            {contractor.name ?? '–'}
          </RecordLink>
        ),
      note: (snag.reopened ?? 0) > 0 ? t('Times reopened: {count}', { count: snag.reopened ?? 0 }) : null,
    },
    {
      label: t('Photos'),
      value: t('{before} before, {after} after', {
        before: snag.photosBefore ?? 0,
        after: snag.photosAfter ?? 0,
      }),
    },
  ];
}

/** What comes next is offered first. */
const NEXT: readonly SnagAction[] = ['VERIFY', 'FIX', 'ASSIGN', 'REOPEN'];

function actionsOf(snag: SnagPage, { t }: Words): RecordAction[] {
  const possible = snag.state === null ? [] : snagActionsFrom(snag.state);
  const next = NEXT.find((action) => possible.includes(action));
  const forms: Record<SnagAction, RecordAction & { form: unknown }> = {
    ASSIGN: { key: 'ASSIGN', label: '', form: formOf(ASSIGN_SNAG, snag.id) },
    START: { key: 'START', label: '', form: formOf(START_SNAG, snag.id) },
    FIX: { key: 'FIX', label: '', form: formOf(FIX_SNAG, snag.id) },
    VERIFY: { key: 'VERIFY', label: '', form: formOf(VERIFY_SNAG, snag.id) },
    DECLINE: { key: 'DECLINE', label: '', form: formOf(DECLINE_SNAG, snag.id) },
    REOPEN: { key: 'REOPEN', label: '', form: formOf(REOPEN_SNAG, snag.id) },
  };
  const moves = possible.map((action) => ({
    ...forms[action],
    label: nameIn(SNAG_ACTION_NAMES, action, t) ?? action,
    isNext: action === next,
    isDangerous: action === 'DECLINE',
  }));
  if (snag.contractor === null) return moves;
  return [
    ...moves,
    { key: 'LINK', label: t('Link for the contractor'), form: formOf(CONTRACTOR_LINK, snag.id) },
    {
      key: 'UNLINK',
      label: t('Take links back'),
      form: formOf(TAKE_LINKS_BACK, snag.id),
      isDangerous: true,
    },
  ];
}
