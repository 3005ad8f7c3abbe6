/** Reconciling as a person sees it: how far it is, what was repaired, what needs somebody. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { Finding } from './findings.ts';
import type { ReconcileState } from './use-reconcile.ts';

type ReconcileViewProps = ReconcileState & { words: Words; onStart: () => void; onClose: () => void };

export function ReconcileView({ found, answer, isBusy, words, onStart, onClose }: ReconcileViewProps) {
  const { t } = words;
  const isDone = answer?.kind === 'DONE';
  const isStuck = answer !== null && !isDone;
  return (
    <div className="kt-form">
      <p>
        {t(
          'Works every stored total of every contract out again from its rows, repairs what may be repaired and lists what needs a person. It also runs by itself every night.',
        )}
      </p>
      {found !== null && (
        <div role="status" className="kt-progress">
          {isBusy && <div className="kt-bar" aria-hidden={true} />}
          <span className="kt-number">
            {t('Contracts looked at: {count}, repaired: {repaired}, problems: {problems}', {
              count: found.contracts,
              repaired: found.repaired.length,
              problems: found.problems.length,
            })}
          </span>
        </div>
      )}
      {isStuck && <AnswerNotice answer={answer} done="" words={words} />}
      {isDone && found !== null && found.problems.length === 0 && (
        <Notice tone="good">{t('Everything agrees.')}</Notice>
      )}
      {found !== null && (
        <>
          <FindingList title={t('Needs a person')} findings={found.problems} words={words} />
          <FindingList title={t('Repaired')} findings={found.repaired} words={words} />
        </>
      )}
      <div className="kt-form-actions">
        <Button onPress={onClose}>{t('Close')}</Button>
        <Button look="primary" onPress={onStart} isDisabled={isBusy}>
          {isBusy ? t('Reconciling…') : isStuck && found?.next ? t('Go on') : t('Reconcile')}
        </Button>
      </div>
    </div>
  );
}

const MOST = 100;

type FindingListProps = { title: string; findings: readonly Finding[]; words: Words };

function FindingList({ title, findings, words: { t } }: FindingListProps) {
  if (findings.length === 0) return null;
  const hidden = findings.length - MOST;
  return (
    <section>
      <h3 className="kt-label">{title}</h3>
      <ul className="kt-findings">
        {findings.slice(0, MOST).map(({ contract, problem }) => (
          <li key={`${contract} ${problem}`}>
            <strong>{contract}</strong> {problem}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="kt-hint">{t('and {count} more', { count: hidden })}</p>}
    </section>
  );
}
