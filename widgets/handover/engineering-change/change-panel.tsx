/** An engineering change at a glance: who has answered what, how many days are left, and the next step. */
import { useState } from 'react';
import type { ChangeAnswerState } from '#domain/handover/after-sale-states.ts';
import { daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import { LoadedForm } from '#widgets/shared/command-form/command-form.tsx';
import { dateText, today } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { personName } from '#widgets/shared/people/person-name.ts';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import {
  NotForYou,
  RecordLink,
  Section,
  type Share,
  ShareBar,
} from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import {
  ANSWER_CHANGE,
  CLOSE_CHANGE,
  SEND_CHANGE,
  WRITE_LETTERS,
  WRITE_ONE_LETTER,
} from './change-forms.tsx';
import {
  ANSWER_STATES,
  type AnswerRecord,
  CHANGE_STATES,
  type ChangePage,
  type ChangeRecord,
  KINDS,
  SILENCES,
} from './change-records.ts';

/** In the order in which somebody works through them. */
const ORDER: readonly ChangeAnswerState[] = ['PENDING', 'RESCINDING', 'OBJECTED', 'ACCEPTED', 'SILENT'];
const FILLS: Record<ChangeAnswerState, Share['fill']> = {
  ACCEPTED: 'PAID',
  OBJECTED: 'DUE',
  RESCINDING: 'LATE',
  SILENT: 'REST',
  PENDING: 'REST',
};
/** So many are drawn of each state; the list below the page has all. */
const MOST_SHOWN = 30;

export function ChangePanel({ subject, words, reload }: RecordViewProps<ChangePage>) {
  const { t, locale } = words;
  const { change, answers, total } = subject;
  return (
    <>
      <Lead change={change} words={words} />
      {answers !== null && answers.length > 0 && (
        <ShareBar shares={sharesOf(answers, words)} label={t('Answers to changes')} />
      )}
      <RecordActions actions={actionsOf(subject, words)} words={words} onDone={reload} />
      <Section title={t('The change')}>
        <Facts
          facts={[
            [t('Kind'), nameIn(KINDS, change.kind, t)],
            [t('Description'), change.description],
            [t('Consequence'), change.consequence],
            [t('Silence means'), nameIn(SILENCES, change.silenceMeans, t)],
            [t('Buyers may rescind'), change.mayRescind === true ? t('Yes') : t('No')],
            [t('Buyers told on'), change.noticedOn && dateText(change.noticedOn, locale)],
          ]}
        />
      </Section>
      {answers === null ? (
        <NotForYou words={words} />
      ) : (
        <Answers change={change} answers={answers} total={total} words={words} reload={reload} />
      )}
    </>
  );
}

function Lead({ change, words: { t, locale } }: { change: ChangeRecord; words: Words }) {
  const { state, project, building, answerBy } = change;
  const left = answerBy === null ? null : daysBetween(today() as PlainDate, answerBy as PlainDate);
  return (
    <>
      <div className="kt-record-lead">
        <span className="kt-record-name">{change.name ?? '–'}</span>
        <span
          className="kt-chip"
          data-tone={state === 'CLOSED' ? 'good' : state === 'SENT' ? 'now' : 'plain'}
        >
          {nameIn(CHANGE_STATES, state, t)}
        </span>
        {project !== null && (
          <RecordLink object="keyturnProject" id={project.id}>
            {project.name ?? '–'}
          </RecordLink>
        )}
        {building !== null && (
          <RecordLink object="keyturnBuilding" id={building.id}>
            {building.name ?? '–'}
          </RecordLink>
        )}
      </div>
      {state === 'SENT' && answerBy !== null && left !== null && (
        <p className="kt-soft kt-number">
          {left < 0
            ? t('The last day to answer was {date}: close it.', { date: dateText(answerBy, locale) })
            : t('Answers until {date}: {days} days left.', { date: dateText(answerBy, locale), days: left })}
        </p>
      )}
    </>
  );
}

function sharesOf(answers: readonly AnswerRecord[], { t }: Words): Share[] {
  return ORDER.flatMap((state): Share[] => {
    const count = answers.filter((one) => one.state === state).length;
    if (count === 0) return [];
    const label = nameIn(ANSWER_STATES, state, t) ?? state;
    return [
      { key: state, label, text: String(count), percent: (count / answers.length) * 100, fill: FILLS[state] },
    ];
  });
}

function actionsOf({ change, answers }: ChangePage, { t }: Words): RecordAction[] {
  const { id, state, answerBy } = change;
  if (state === 'DRAFT')
    return [{ key: 'SEND', label: t('Send change'), isNext: true, form: formOf(SEND_CHANGE, id) }];
  const isOver = answerBy !== null && answerBy < today();
  const isAnswered = answers?.every((one) => one.state !== 'PENDING');
  const letters: RecordAction = {
    key: 'LETTERS',
    label: t('Write letters'),
    form: formOf(WRITE_LETTERS, id),
  };
  if (state !== 'SENT' || !(isOver || isAnswered)) return [letters];
  return [{ key: 'CLOSE', label: t('Close change'), isNext: true, form: formOf(CLOSE_CHANGE, id) }, letters];
}

type AnswersProps = {
  change: ChangeRecord;
  answers: readonly AnswerRecord[];
  total: number | null;
  words: Words;
  reload: () => Promise<void>;
};

type OpenForm = { id: string; form: 'ANSWER' | 'LETTER' };

function Answers({ change, answers, total, words, reload }: AnswersProps) {
  const { t } = words;
  const [open, setOpen] = useState<OpenForm | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (answers.length === 0) return <p className="kt-soft">{t('Nobody has been asked yet.')}</p>;
  const close = async () => {
    setOpen(null);
    await reload();
  };
  const toggle = (form: OpenForm['form'], id: string) => {
    setSaid(null);
    setOpen(open?.id === id && open.form === form ? null : { id, form });
  };
  const done = async (message: string) => {
    setSaid(message);
    await close();
  };
  return (
    <>
      {said !== null && <Notice tone="good">{said}</Notice>}
      {total !== null && total > answers.length && (
        <p className="kt-hint">
          {t('{shown} of {total} answers are read here.', { shown: answers.length, total })}
        </p>
      )}
      {ORDER.map((state) => {
        const some = answers.filter((one) => one.state === state);
        if (some.length === 0) return null;
        return (
          <Section key={state} title={nameIn(ANSWER_STATES, state, t) ?? state} aside={String(some.length)}>
            <ul className="kt-answers">
              {some.slice(0, MOST_SHOWN).map((one) => (
                <li key={one.id} className="kt-answer">
                  <AnswerLine answer={one} words={words} />
                  <span className="kt-answer-buttons">
                    {change.state === 'SENT' && (
                      <Button
                        size="small"
                        onPress={() => toggle('ANSWER', one.id)}
                        label={t('Record answer of {name}', { name: one.contract?.name ?? '–' })}
                      >
                        {t('Record answer')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      onPress={() => toggle('LETTER', one.id)}
                      label={t('Letter to {name}', { name: one.contract?.name ?? '–' })}
                    >
                      {t('Letter')}
                    </Button>
                  </span>
                  {open?.id === one.id && (
                    <div className="kt-answer-form">
                      {open.form === 'ANSWER' ? (
                        <LoadedForm spec={ANSWER_CHANGE} recordId={one.id} place={{ close, done }} />
                      ) : (
                        <LoadedForm spec={WRITE_ONE_LETTER} recordId={one.id} place={{ close, done }} />
                      )}
                    </div>
                  )}
                </li>
              ))}
            </ul>
            {some.length > MOST_SHOWN && (
              <p className="kt-soft">{t('and {count} more', { count: some.length - MOST_SHOWN })}</p>
            )}
          </Section>
        );
      })}
    </>
  );
}

function AnswerLine({ answer, words: { t, locale } }: { answer: AnswerRecord; words: Words }) {
  const { contract, unit, buyer, answeredOn, answeredBy, note, consequence } = answer;
  const who = personName(buyer?.name) ?? '';
  return (
    <div className="kt-answer-line">
      <span>
        {contract !== null && (
          <RecordLink object="keyturnContract" id={contract.id}>
            {contract.name ?? '–'}
          </RecordLink>
        )}{' '}
        {[unit?.name, who].filter(Boolean).join(' · ')}
      </span>
      {answeredOn !== null && (
        <span className="kt-soft kt-number">
          {t('{date}, taken down by {name}', { date: dateText(answeredOn, locale), name: answeredBy ?? '–' })}
        </span>
      )}
      {[note, consequence].filter(Boolean).map((text) => (
        <span key={text} className="kt-soft">
          {text}
        </span>
      ))}
    </div>
  );
}

export const CHANGE_STYLE = `
.kt-answers{list-style:none;margin:0;padding:0}
.kt-answer{display:grid;grid-template-columns:minmax(0,1fr) max-content;gap:4px 12px;align-items:start;padding:8px 0;border-bottom:1px solid var(--kt-line)}
.kt-answer:last-child{border-bottom:0}
.kt-answer-line{display:flex;flex-direction:column;gap:2px;overflow-wrap:anywhere}
.kt-answer-buttons{display:flex;flex-wrap:wrap;gap:4px}
.kt-answer-form{grid-column:1/-1}
@container kt (max-width:420px){.kt-answer{grid-template-columns:minmax(0,1fr)}}
`;
