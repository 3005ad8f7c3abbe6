/** Setup, for an admin: the checklist, the workflows, the health of the jobs, and the sample. All comes by props. */
import type { ReactNode } from 'react';
import { timeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { Blank, Notice } from '#widgets/shared/parts/notice.tsx';
import { checksOf, progressOf } from './checks.ts';
import { CheckList, type OnCommand } from './parts/check-list.tsx';
import { JobHealthPart } from './parts/job-health.tsx';
import type { Setup } from './use-setup.ts';

type SetupPageProps = {
  setup: Setup;
  words: Words;
  onCommand: OnCommand;
  /** Shown below the checklist while workflows are being installed. */
  workflows: ReactNode;
  sample: ReactNode;
};

export function SetupPage({ setup, words, onCommand, workflows, sample }: SetupPageProps) {
  const { t, locale } = words;
  const { read, failure, done, isBusy, reload } = setup;
  if (read === null) {
    if (failure === null) return <LoadingSetup words={words} />;
    const isForbidden = failure.kind === 'REFUSED' && failure.refusal.code === 'NO_RIGHT';
    return (
      <Blank
        title={isForbidden ? t('This page is for administrators') : t('The setup could not be read')}
        isAlert
        action={{ label: t('Try again'), onPress: () => void reload() }}
      >
        {isForbidden
          ? t(
              'Ask an administrator for the role Keyturn Administrator, or for the right to administer Keyturn.',
            )
          : answerText(failure, words)}
      </Blank>
    );
  }
  const groups = checksOf(read.setup);
  const progress = progressOf(groups);
  const [sell, ...others] = groups;
  const list = (group: (typeof groups)[number]) => (
    <CheckList key={group.key} group={group} words={words} isBusy={isBusy} onCommand={onCommand} />
  );
  return (
    <div className="kt-setup">
      <div className="kt-setup-head">
        <div>
          <h2 className="kt-setup-title">{t('Keyturn setup')}</h2>
          <span className="kt-soft kt-number">
            {progress.done === progress.total
              ? t('Everything that is needed is there.')
              : t('{done} of {total} are done.', progress)}
          </span>
        </div>
        <span className="kt-setup-actions">
          <span className="kt-soft kt-number" role="status">
            {t('As of {time}', { time: timeText(read.readAt, locale) })}
          </span>
          <Button size="small" isDisabled={isBusy} onPress={() => void reload()}>
            {t('Refresh')}
          </Button>
        </span>
      </div>
      {failure !== null && <Notice tone="bad">{answerText(failure, words)}</Notice>}
      {done !== null && <Notice tone="good">{done}</Notice>}
      <div className="kt-setup-groups">
        <div className="kt-setup-column">
          {sell !== undefined && list(sell)}
          <JobHealthPart state={read.setup} words={words} />
        </div>
        <div className="kt-setup-column">
          {others.map(list)}
          {workflows}
          {sample}
        </div>
      </div>
    </div>
  );
}

function LoadingSetup({ words: { t } }: { words: Words }) {
  return (
    <div className="kt-setup" role="status" aria-label={t('Loading')}>
      <div className="kt-setup-groups">
        {['first', 'second', 'third', 'fourth'].map((key) => (
          <div key={key} className="kt-setup-group">
            <div className="kt-bar" style={{ width: '40%' }} />
            <div className="kt-bar" />
            <div className="kt-bar" />
            <div className="kt-bar" style={{ width: '70%' }} />
          </div>
        ))}
      </div>
    </div>
  );
}
