/** The sample: what it is, how far its loading is, and taking it away again. */

import { useState } from 'react';
import type { SampleAnswer } from '#domain/system/setup-answer.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { SampleWork } from '../use-sample.ts';
import type { NotDone } from '../use-setup.ts';

export const CURRENCIES = ['EUR', 'USD', 'CNY', 'TWD', 'AED', 'INR', 'JPY'];

type SamplePartProps = {
  sample: SampleAnswer;
  work: SampleWork;
  failure: NotDone | null;
  words: Words;
  onLoad: (currency: string) => void;
  onRemove: () => void;
};

export function SamplePart({ sample, work, failure, words, onLoad, onRemove }: SamplePartProps) {
  const { t } = words;
  const [currency, setCurrency] = useState(words.locale.startsWith('zh') ? 'CNY' : 'EUR');
  const [isAsking, setIsAsking] = useState(false);
  const isBusy = work !== null;
  const { done, total } = work?.kind === 'LOADING' ? work : sample;
  return (
    <section className="kt-setup-group" aria-label={t('Sample data')}>
      <h3 className="kt-setup-heading">{t('Sample data')}</h3>
      <p className="kt-soft">
        {t(
          'A small development with half a year behind it: two buildings, 40 units, buyers, reservations, contracts, receipts, loans, a cheque that bounced; a building handed over in waves with inspections, snags, keys and titles, and a service desk. It is made by the same commands that you use, and is taken away without a trace.',
        )}
      </p>
      {failure !== null && <Notice tone="bad">{answerText(failure, words)}</Notice>}
      {work?.kind === 'LOADING' && <Progress done={done} total={total} words={words} />}
      {work?.kind === 'REMOVING' && <Notice>{t('The sample is being removed…')}</Notice>}
      {!isBusy && sample.state === 'LOADED' && <Notice tone="good">{t('The sample is loaded.')}</Notice>}
      {!isBusy && sample.state === 'PARTLY' && (
        <Notice>
          {t('{done} of {total} steps are done; loading goes on where it stopped.', { done, total })}
        </Notice>
      )}
      <div className="kt-setup-actions">
        {sample.state === 'NONE' && (
          <label className="kt-setup-currency">
            <span className="kt-label">{t('Currency')}</span>
            <select
              className="kt-select"
              value={currency}
              disabled={isBusy}
              onChange={(event) => setCurrency(event.target.value)}
            >
              {CURRENCIES.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </select>
          </label>
        )}
        {sample.state !== 'LOADED' && (
          <Button look="primary" isDisabled={isBusy} onPress={() => onLoad(currency)}>
            {sample.state === 'PARTLY' ? t('Go on loading') : t('Load sample data')}
          </Button>
        )}
        {sample.state !== 'NONE' && !isAsking && (
          <Button look="danger" isDisabled={isBusy} onPress={() => setIsAsking(true)}>
            {t('Remove sample data')}
          </Button>
        )}
      </div>
      {isAsking && !isBusy && (
        <fieldset className="kt-panel" aria-label={t('Remove sample data')}>
          <span>{t('Everything of the sample is deleted for good, also what was tried out on it.')}</span>
          <div className="kt-setup-actions">
            <Button
              look="danger"
              onPress={() => {
                setIsAsking(false);
                onRemove();
              }}
            >
              {t('Remove it')}
            </Button>
            <Button onPress={() => setIsAsking(false)}>{t('Keep it')}</Button>
          </div>
        </fieldset>
      )}
    </section>
  );
}

/** Drawn in shares of a view box: a worker measures nothing. */
function Progress({ done, total, words: { t } }: { done: number; total: number; words: Words }) {
  const told = t('{done} of {total} steps are done…', { done, total });
  return (
    <div className="kt-progress" role="status">
      <svg viewBox="0 0 100 2" width="100%" height="8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="2" fill="var(--kt-pressed)" />
        <rect width={total === 0 ? 0 : (done / total) * 100} height="2" fill="var(--kt-accent)" />
      </svg>
      <span className="kt-soft kt-number">{told}</span>
    </div>
  );
}
