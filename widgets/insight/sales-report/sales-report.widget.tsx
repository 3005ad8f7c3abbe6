/** Sales daily, weekly, monthly and by year (销售日报, 周报, 月报) against the last period. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { GRAINS } from '#domain/insight/index.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { type SalesReport, salesReport } from './figures.ts';
import { salesReportQueries } from './queries.ts';
import { GRAIN_NAMES, SalesReportView } from './sales-report-view.tsx';

export const SALES_REPORT: Board<SalesReport> = {
  title: msg('Sales report'),
  byProject: true,
  choice: {
    label: msg('Period'),
    choices: GRAINS.map((grain) => [grain, GRAIN_NAMES[grain]]),
    first: 'MONTH',
  },
  queries: salesReportQueries,
  figuresOf: salesReport,
  nothing: () => null,
  View: SalesReportView,
};

function SalesReportWidget() {
  return <InsightBoard board={SALES_REPORT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.salesReport'),
  name: 'sales-report',
  description:
    'Net contracts, reservations and receipts by day, week, month or year, against the last period.',
  component: SalesReportWidget,
});
