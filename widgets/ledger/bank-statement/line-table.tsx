/** The lines of a bank statement: who paid how much, and why it is whose. */
import type { BankLineState } from '#domain/ledger/collection-states.ts';
import { BANK_LINE_STATES } from '#widgets/ledger/names.ts';
import { amountOrDash } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { BankLine } from './bank-lines.ts';
import { whyText } from './why-text.ts';

const TONES: Record<BankLineState, 'good' | 'bad' | 'plain'> = {
  MATCHED: 'good',
  DOUBTFUL: 'bad',
  UNMATCHED: 'bad',
  ALREADY_BOOKED: 'plain',
  IGNORED: 'plain',
  POSTED: 'good',
};

const MOST = 100;

export function LineTable({ lines, words }: { lines: readonly BankLine[]; words: Words }) {
  const { t } = words;
  const hidden = lines.length - MOST;
  return (
    <div>
      <table className="kt-table">
        <thead>
          <tr>
            <th>{t('Row')}</th>
            <th>{t('Payer')}</th>
            <th data-align="end">{t('Amount')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST).map((line) => (
            <LineRow key={line.id} line={line} words={words} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="kt-hint">{t('and {count} more', { count: hidden })}</p>}
    </div>
  );
}

function LineRow({ line, words }: { line: BankLine; words: Words }) {
  const { t, locale } = words;
  const { state, valueOn, reference, contract, why } = line;
  const about = [valueOn && dateText(valueOn, locale), reference].filter(Boolean).join(' · ');
  return (
    <tr>
      <td className="kt-soft">{line.lineNumber}</td>
      <td className="kt-line">
        <div>{line.counterparty || '–'}</div>
        <div className="kt-hint">{about}</div>
        {contract !== null && <div>{t('for {contract}', { contract: contract.name ?? '–' })}</div>}
        {why !== null && why !== '' && <div className="kt-hint">{whyText(why, words)}</div>}
      </td>
      <td data-align="end">
        <div>{amountOrDash(amountOf(line.amount), locale)}</div>
        <span className="kt-mark" data-tone={state === null ? 'plain' : TONES[state]}>
          {nameIn(BANK_LINE_STATES, state, t)}
        </span>
      </td>
    </tr>
  );
}
