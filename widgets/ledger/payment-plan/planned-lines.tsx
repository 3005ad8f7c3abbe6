/** What a payment plan makes of an amount: its lines in a table, and how they weigh in bars. */
import { ANCHORS } from '#widgets/ledger/names.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import { type Amount, amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';

export type PlannedLine = {
  seq: number;
  label: string;
  dueOn: string | null;
  anchor: string;
  amount: Amount;
};

/** Reads the answer of ledger/preview-plan. */
export function plannedLines({ lines, currency }: Result): PlannedLine[] {
  if (!Array.isArray(lines) || typeof currency !== 'string') return [];
  return (lines as (Omit<PlannedLine, 'amount'> & { amount: string })[]).flatMap((line) => {
    const amount = amountOfDecimal(line.amount, currency);
    return amount === null ? [] : [{ ...line, amount }];
  });
}

const MOST = 120;

export function PlannedLines({ result, words }: { result: Result; words: Words }) {
  const { t, locale } = words;
  const lines = plannedLines(result);
  const shown = lines.slice(0, MOST);
  const [first] = lines;
  if (first === undefined) return null;
  const total = lines.reduce((sum, { amount }) => sum + amount.micros, 0n);
  return (
    <div>
      <PlanBars lines={lines} words={words} />
      <table className="kt-table">
        <thead>
          <tr>
            <th>{t('Installment')}</th>
            <th>{t('Due on')}</th>
            <th data-align="end">{t('Amount')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ seq, label, dueOn, anchor, amount }) => (
            <tr key={seq}>
              <td>
                <span className="kt-soft">{seq}</span> {label}
              </td>
              <td>{dueOn === null ? <Waiting anchor={anchor} words={words} /> : dateText(dueOn, locale)}</td>
              <td data-align="end">{amountText(amount, locale)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('Total')}</td>
            <td data-align="end">{amountText({ ...first.amount, micros: total }, locale)}</td>
          </tr>
        </tfoot>
      </table>
      {lines.length > MOST && (
        <p className="kt-hint">{t('and {count} later ones', { count: lines.length - MOST })}</p>
      )}
    </div>
  );
}

/** Not dated yet: it falls due from what it waits for. */
function Waiting({ anchor, words: { t } }: { anchor: string; words: Words }) {
  return <span className="kt-soft">{nameIn(ANCHORS, anchor, t)}</span>;
}

const HEIGHT = 56;
const WIDTH = 440;
const GAP = 2;

function PlanBars({ lines, words: { t } }: { lines: readonly PlannedLine[]; words: Words }) {
  const heights = barHeights(
    lines.map(({ amount }) => amount.micros),
    HEIGHT,
  );
  const step = Math.min(WIDTH / lines.length, 40);
  return (
    <svg
      className="kt-bars"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      preserveAspectRatio="xMinYMax meet"
      role="img"
    >
      <title>{t('Amounts of {count} installments, in their order', { count: lines.length })}</title>
      {lines.map(({ seq }, index) => (
        <rect
          key={seq}
          x={index * step}
          y={HEIGHT - (heights[index] ?? 0)}
          width={Math.max(step - GAP, step / 2)}
          height={heights[index] ?? 0}
          fill="currentColor"
        />
      ))}
    </svg>
  );
}

/** In proportion to the largest; what is there is seen, however small. */
export function barHeights(micros: readonly bigint[], height: number): number[] {
  const most = micros.reduce((top, one) => (one > top ? one : top), 1n);
  return micros.map((one) => Math.max(1, Number((one * BigInt(height) * 100n) / most) / 100));
}
