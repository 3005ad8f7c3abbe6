/** What a price list changes, or which of its rows are wrong. */
import type { PriceItemOutcome } from '#domain/inventory/sales-states.ts';
import type { OutcomeProps } from '#widgets/shared/command-form/command-form.tsx';
import { amountOrDash } from '#widgets/shared/command-form/record-texts.ts';
import { amountOfDecimal } from '#widgets/shared/format/amount.ts';
import { type Names, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Facts } from '#widgets/shared/parts/facts.tsx';
import { problemText, type ShownProblem } from './problem-texts.ts';

type Change = {
  row: number;
  unit: string;
  outcome: string;
  before: string | null;
  after: string;
  blockedBy: string;
};

const OUTCOMES: Names<PriceItemOutcome> = {
  NEW: msg('New'),
  CHANGED: msg('Changed'),
  SAME: msg('Same'),
  BLOCKED: msg('Blocked'),
};

const TONES: Record<string, 'good' | 'bad' | 'plain'> = { NEW: 'good', CHANGED: 'plain', BLOCKED: 'bad' };

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

export function PriceListOutcome({ result, words }: OutcomeProps<unknown>) {
  const { t, locale } = words;
  const currency = String(result.currency ?? '');
  const money = (decimal: unknown) =>
    amountOrDash(typeof decimal === 'string' ? amountOfDecimal(decimal, currency) : null, locale);
  const counts = (result.counts ?? {}) as Partial<Record<PriceItemOutcome, number>>;
  const problems = listOf<ShownProblem>(result.problems);
  return (
    <div className="kt-form-group">
      <Facts
        facts={[
          [t('File'), String(result.file ?? '')],
          [
            t('Units'),
            t('{created} new, {changed} changed, {same} the same, {blocked} blocked', {
              created: counts.NEW ?? 0,
              changed: counts.CHANGED ?? 0,
              same: counts.SAME ?? 0,
              blocked: counts.BLOCKED ?? 0,
            }),
          ],
          [t('Amount of the list'), `${money(result.amountBefore)} → ${money(result.amountAfter)}`],
          [t('Average per m²'), `${money(result.averageBefore)} → ${money(result.averageAfter)}`],
          [t('Columns not read'), listOf<string>(result.ignoredColumns).join(', ')],
          [t('Price scheme'), String(result.priceScheme ?? '')],
        ]}
      />
      {problems.length > 0 && <Problems problems={problems} wrong={Number(result.wrong)} words={words} />}
      {problems.length === 0 && (
        <Changes changes={listOf<Change>(result.changes)} money={money} words={words} />
      )}
    </div>
  );
}

function Problems({
  problems,
  wrong,
  words,
}: {
  problems: readonly ShownProblem[];
  wrong: number;
  words: Words;
}) {
  const { t } = words;
  return (
    <section>
      <h3 className="kt-label">{t('Rows to correct: {count}', { count: wrong })}</h3>
      <ul className="kt-findings">
        {problems.map((one) => (
          <li key={`${one.row} ${one.column} ${one.code}`}>
            {one.column === ''
              ? t('Row {row}: {problem}', { row: one.row, problem: problemText(one, words) })
              : t('Row {row}, {column}: {problem}', {
                  row: one.row,
                  column: one.column,
                  problem: problemText(one, words),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChangesProps = { changes: readonly Change[]; money: (decimal: unknown) => string; words: Words };

function Changes({ changes, money, words: { t } }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <table className="kt-table">
      <thead>
        <tr>
          <th>{t('Unit')}</th>
          <th data-align="end">{t('Before')}</th>
          <th data-align="end">{t('After')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ row, unit, outcome, before, after, blockedBy }) => (
          <tr key={row}>
            <td className="kt-line">
              <div>{unit}</div>
              <span className="kt-mark" data-tone={TONES[outcome] ?? 'plain'}>
                {nameIn(OUTCOMES, outcome, t)}
              </span>
              {blockedBy !== '' && <div className="kt-hint">{blockedBy}</div>}
            </td>
            <td data-align="end">{money(before)}</td>
            <td data-align="end">{money(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
