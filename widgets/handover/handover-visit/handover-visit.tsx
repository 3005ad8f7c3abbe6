/** The visit of a handover: its inspections, what is still to be mended, the keys and the protocol. */
import { HANDOVER_TRANSITIONS } from '#domain/handover/handover-states.ts';
import { KEY_STATES, SEVERITY_NAMES, SNAG_STATES } from '#widgets/handover/names.ts';
import { dateText, dateTimeText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { NotForYou, RecordLink, Section } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import {
  COUNT_KEYS,
  MOVE_KEYS,
  REPORT_SNAG,
  START_INSPECTION,
  setUpTemplate,
  WRITE_PROTOCOL,
} from './visit-forms.tsx';
import type { VisitInspection, VisitPage } from './visit-records.ts';

const MOST_SNAGS = 12;

export function HandoverVisit({ subject, words, reload }: RecordViewProps<VisitPage>) {
  const { t } = words;
  return (
    <>
      <RecordActions actions={actionsOf(subject, words)} words={words} onDone={reload} />
      <Section title={t('Inspections')}>
        {subject.inspections === null && <NotForYou words={words} />}
        {subject.inspections?.length === 0 && <p className="kt-hint">{t('Not inspected yet.')}</p>}
        <ul className="kt-lines">
          {(subject.inspections ?? []).map((one) => (
            <li key={one.id}>
              <RecordLink object="keyturnInspection" id={one.id}>
                {t('Inspection {number}', { number: one.number ?? 1 })}
              </RecordLink>
              <span className="kt-number">{resultOf(one, words)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Snags page={subject} words={words} />
      <Keys page={subject} words={words} />
    </>
  );
}

function resultOf({ state, isPassed, checkedItems, defects }: VisitInspection, { t }: Words): string {
  const found = t('Defects: {count}', { count: defects ?? 0 });
  if (state !== 'SIGNED') return `${t('Items checked: {count}', { count: checkedItems ?? 0 })} · ${found}`;
  return `${isPassed === true ? t('Passed') : t('Not passed')} · ${found}`;
}

function Snags({ page: { snags }, words }: { page: VisitPage; words: Words }) {
  const { t, locale } = words;
  return (
    <Section title={t('Still to be mended')} aside={snags === null ? undefined : String(snags.length)}>
      {snags === null && <NotForYou words={words} />}
      {snags?.length === 0 && <p className="kt-hint">{t('Nothing is open.')}</p>}
      <ul className="kt-lines">
        {(snags ?? []).slice(0, MOST_SNAGS).map((one) => (
          <li key={one.id}>
            <RecordLink object="keyturnSnag" id={one.id}>
              {one.name ?? '–'}
            </RecordLink>
            <span className={one.severity === 'BLOCKING' ? 'kt-bad' : 'kt-soft'}>
              {[
                nameIn(SEVERITY_NAMES, one.severity, t),
                nameIn(SNAG_STATES, one.state, t),
                one.dueAt && dateText(one.dueAt, locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {snags !== null && snags.length > MOST_SNAGS && (
        <p className="kt-hint">{t('and {count} more', { count: snags.length - MOST_SNAGS })}</p>
      )}
    </Section>
  );
}

function Keys({ page: { keys }, words }: { page: VisitPage; words: Words }) {
  const { t, locale } = words;
  return (
    <Section title={t('Key sets')}>
      {keys === null && <NotForYou words={words} />}
      {keys?.length === 0 && <p className="kt-hint">{t('None are counted yet.')}</p>}
      <ul className="kt-lines">
        {(keys ?? []).map(({ id, name, count, state, handedTo, signedAt, keptAt }) => (
          <li key={id}>
            <RecordLink object="keyturnKeySet" id={id}>
              {name ?? '–'}
            </RecordLink>
            <span className={state === 'LOST' ? 'kt-bad' : 'kt-soft'}>
              {[
                t('Pieces: {count}', { count: count ?? 0 }),
                nameIn(KEY_STATES, state, t),
                state === 'IN_STORE' ? keptAt : handedTo,
                state === 'HANDED_OVER' && signedAt !== null ? dateTimeText(signedAt, locale) : null,
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

function actionsOf({ handover, templates, keys }: VisitPage, { t, locale }: Words): RecordAction[] {
  const { id, state, unitId } = handover;
  const mayInspect = state !== null && HANDOVER_TRANSITIONS[state].includes('INSPECTING');
  const lacksTemplate = templates?.length === 0;
  const ofUnit: RecordAction[] =
    unitId === null
      ? []
      : [
          { key: 'SNAG', label: t('Report snag'), form: formOf(REPORT_SNAG, id) },
          { key: 'COUNT', label: t('Count key sets'), form: formOf(COUNT_KEYS, id) },
        ];
  return [
    ...(lacksTemplate
      ? [
          {
            key: 'TEMPLATE',
            label: t('Set up the usual checklist'),
            isNext: true,
            form: formOf(setUpTemplate(locale), id),
          },
        ]
      : []),
    ...(mayInspect && !lacksTemplate
      ? [{ key: 'INSPECT', label: t('Start inspection'), isNext: true, form: formOf(START_INSPECTION, id) }]
      : []),
    ...ofUnit,
    ...(keys !== null && keys.length > 0
      ? [{ key: 'KEYS', label: t('Hand out or take back keys'), form: formOf(MOVE_KEYS, id) }]
      : []),
    { key: 'PROTOCOL', label: t('Write protocol'), form: formOf(WRITE_PROTOCOL, id) },
  ];
}
