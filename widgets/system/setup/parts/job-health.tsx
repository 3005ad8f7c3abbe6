/** How the jobs do, and the commands that hang: each with what it said last. */
import { AppPath, navigate } from 'twenty-sdk/front-component';
import type { SetupState } from '#domain/system/setup-answer.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { quietly } from '#widgets/shared/parts/quietly.ts';
import { healthOf, type JobHealth } from '../health.ts';

const STATES: Record<JobHealth['state'], { sign: string; label: string; tone: 'good' | 'bad' | 'plain' }> = {
  GOOD: { sign: '✓', label: msg('In order'), tone: 'good' },
  QUIET: { sign: '–', label: msg('Quiet'), tone: 'plain' },
  FAILED: { sign: '!', label: msg('Failures'), tone: 'bad' },
  LATE: { sign: '!', label: msg('Late'), tone: 'bad' },
};

const list = (objectNamePlural: string) =>
  void quietly(() => navigate(AppPath.RecordIndexPage, { objectNamePlural }));

export function JobHealthPart({ state, words }: { state: SetupState; words: Words }) {
  const { t } = words;
  const { count, first } = state.stuck;
  return (
    <section className="kt-setup-group" aria-label={t('Health')}>
      <div className="kt-setup-head">
        <h3 className="kt-setup-heading">{t('Health')}</h3>
        <Button size="small" onPress={() => list('keyturnJobRuns')}>
          {t('Open job runs')}
        </Button>
      </div>
      {count > 0 && (
        <Notice
          tone="bad"
          action={{ label: t('Open audit entries'), onPress: () => list('keyturnAuditEntries') }}
        >
          {t('{count} begun and not come to an end: {names}.', {
            count,
            names: first.map(({ name, by }) => `${name} (${by})`).join(', '),
          })}
        </Notice>
      )}
      <ul className="kt-setup-checks">
        {healthOf(state).map((job) => (
          <JobLine key={job.name} job={job} words={words} />
        ))}
      </ul>
    </section>
  );
}

function JobLine({ job, words: { t, locale } }: { job: JobHealth; words: Words }) {
  const { state, label, told, values, lastAt, summary } = job;
  const { sign, tone } = STATES[state];
  return (
    <li className="kt-setup-check">
      <span className="kt-setup-sign" data-tone={tone} aria-hidden="true">
        {sign}
      </span>
      <div className="kt-setup-text">
        <div className="kt-setup-name">
          {t(label)} <StateWord state={state} t={t} />
        </div>
        {told !== '' && <div className="kt-soft">{t(told, values)}</div>}
        {state === 'FAILED' && <div className="kt-soft">{summary}</div>}
      </div>
      <span className="kt-soft kt-number kt-nowrap kt-setup-when">
        {lastAt === null ? '' : dateTimeText(lastAt, locale)}
      </span>
    </li>
  );
}

function StateWord({ state, t }: { state: JobHealth['state']; t: Words['t'] }) {
  const { label, tone } = STATES[state];
  return (
    <span className="kt-mark" data-tone={tone}>
      {t(label)}
    </span>
  );
}
