/** The forecast as it is drawn here and on the executive overview. */
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { ColumnChart } from '#widgets/shared/charts/column-chart.tsx';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { installmentRows } from '../board/ageing-parts.ts';
import type { Told } from '../board/scope.ts';
import { asOf, bareMoney, monthText, sizeOf } from '../board/wording.ts';
import type { ForecastFigures } from './figures.ts';

type Props = { figures: ForecastFigures; told: Told; words: Words };

export function ForecastChart({ figures: { forecast }, told, words }: Props) {
  const { t } = words;
  return (
    <ColumnChart
      title={t('Cash forecast of 12 months, {currency}', { currency: told.currency })}
      description={t(
        'Open installments by due date from today; without what is overdue or has no date yet. {asOf}',
        { asOf: asOf(told, words) },
      )}
      empty={t('No installment has a due date in the next 12 months.')}
      names={[t('Month'), t('Falls due')]}
      points={forecast.months.map(({ month, open }, index) => ({
        key: month,
        label: monthText(month, words, index === 0 || month.slice(5, 7) === '01'),
        value: sizeOf(open),
        text: bareMoney(open, words),
        rows: installmentRows(told, spanFrom(month, told.today)),
      }))}
    />
  );
}

/** This month begins today: what was due before is overdue. */
function spanFrom(month: PlainDate, today: PlainDate) {
  return { from: month < today ? today : month, before: addMonths(month, 1) };
}

export function afterForecast(today: PlainDate): PlainDate {
  return addMonths(`${today.slice(0, 7)}-01` as PlainDate, 12);
}
