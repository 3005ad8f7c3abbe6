/** What the salesperson left unfinished: "Go on with A 12-03 for Mei Lin?" A unit that is gone is said. */
import { useState } from 'react';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { amountOf, amountText } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { StateTag } from '#widgets/shared/unit-state/state-tag.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import type { DeskQuote } from '../read-desk.ts';

export function ResumeList({ desk, words }: DeskProps) {
  const { t } = words;
  const [failed, setFailed] = useState<Exclude<CommandAnswer, { kind: 'DONE' }> | null>(null);
  const { draft, saving, opened } = desk;
  const drafts = opened?.drafts ?? [];
  if (drafts.length === 0 || saving.saved !== null || draft.unit !== null) return null;
  const drop = async (quote: DeskQuote) => {
    const answer = await desk.drop(quote);
    setFailed(answer.kind === 'DONE' ? null : answer);
  };
  return (
    <section className="kt-resume" aria-label={t('Unfinished deals')}>
      <h3 className="kt-label">{t('Go on where you left off')}</h3>
      <ul>
        {drafts.map((quote) => (
          <li key={quote.id}>
            <Draft quote={quote} desk={desk} words={words} onDrop={() => void drop(quote)} />
          </li>
        ))}
      </ul>
      {failed !== null && <Notice tone="bad">{answerText(failed, words)}</Notice>}
    </section>
  );
}

type DraftProps = Pick<DeskProps, 'desk' | 'words'> & { quote: DeskQuote; onDrop: () => void };

function Draft({ quote, desk, words, onDrop }: DraftProps) {
  const { t, locale } = words;
  const { unit, buyerName, price, updatedAt } = quote;
  const amount = amountOf(price);
  const unitName = unit?.name ?? t('no unit yet');
  const title = buyerName
    ? t('{unit} for {buyer}', { unit: unitName, buyer: buyerName })
    : t('{unit}, no buyer yet', { unit: unitName });
  const isGone = unit !== null && unit.state !== 'AVAILABLE';
  return (
    <div className="kt-resume-row">
      <div className="kt-resume-text">
        <span className="kt-strong">{title}</span>
        <span className="kt-hint kt-number">
          {[amount && amountText(amount, locale), updatedAt && dateTimeText(updatedAt, locale)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {isGone && (
          <span className="kt-resume-gone">
            <StateTag state={unit.state} words={words} />
            {unit.holder
              ? t('meanwhile with {holder}', { holder: unit.holder })
              : t('meanwhile not for sale')}
          </span>
        )}
      </div>
      <Button look="plain" size="small" label={t('Drop {deal}', { deal: title })} onPress={onDrop}>
        {t('Drop')}
      </Button>
      <Button size="small" label={t('Go on with {deal}', { deal: title })} onPress={() => desk.resume(quote)}>
        {t('Go on')}
      </Button>
    </div>
  );
}
