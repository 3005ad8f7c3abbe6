/** Mortgage progress (按揭进度). */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { type MortgageFigures, mortgageFigures } from './figures.ts';
import { MortgageProgressView } from './mortgage-progress-view.tsx';
import { mortgageQueries } from './queries.ts';

export const MORTGAGE_PROGRESS: Board<MortgageFigures> = {
  title: msg('Mortgage progress'),
  byProject: false,
  queries: mortgageQueries,
  figuresOf: mortgageFigures,
  nothing: () => null,
  View: MortgageProgressView,
};

function MortgageProgressWidget() {
  return <InsightBoard board={MORTGAGE_PROGRESS} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.mortgageProgress'),
  name: 'mortgage-progress',
  description: 'Mortgage cases by status and days in it, what is approved and not paid out, by bank.',
  component: MortgageProgressWidget,
});
