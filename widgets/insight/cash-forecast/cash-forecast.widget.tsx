/** The cash forecast of twelve months. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { CashForecastView } from './cash-forecast-view.tsx';
import { type ForecastFigures, forecastFigures } from './figures.ts';
import { cashForecastQueries } from './queries.ts';

export const CASH_FORECAST: Board<ForecastFigures> = {
  title: msg('Cash forecast'),
  byProject: false,
  queries: cashForecastQueries,
  figuresOf: forecastFigures,
  nothing: () => null,
  View: CashForecastView,
};

function CashForecastWidget() {
  return <InsightBoard board={CASH_FORECAST} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.cashForecast'),
  name: 'cash-forecast',
  description: 'What falls due in the next twelve months, what has no date yet, and what is overdue.',
  component: CashForecastWidget,
});
