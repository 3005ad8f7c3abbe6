/** The executive overview with the cash forecast. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { ExecutiveOverviewView } from './executive-overview-view.tsx';
import { type ExecutiveFigures, executiveFigures } from './figures.ts';
import { executiveQueries } from './queries.ts';

export const EXECUTIVE_OVERVIEW: Board<ExecutiveFigures> = {
  title: msg('Executive overview'),
  byProject: false,
  queries: executiveQueries,
  figuresOf: executiveFigures,
  nothing: () => null,
  View: ExecutiveOverviewView,
};

function ExecutiveOverviewWidget() {
  return <InsightBoard board={EXECUTIVE_OVERVIEW} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.executiveOverview'),
  name: 'executive-overview',
  description: 'Net sales, unsold value, supply, collection, what is overdue, and the cash of twelve months.',
  component: ExecutiveOverviewWidget,
});
