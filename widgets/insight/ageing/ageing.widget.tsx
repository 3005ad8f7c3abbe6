/** Ageing of what is overdue (D10). */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { AgeingView } from './ageing-view.tsx';
import { type AgeingFigures, ageingFigures } from './figures.ts';
import { ageingQueries } from './queries.ts';

export const AGEING: Board<AgeingFigures> = {
  title: msg('Ageing'),
  byProject: false,
  queries: ageingQueries,
  figuresOf: ageingFigures,
  nothing: () => null,
  View: AgeingView,
};

function AgeingWidget() {
  return <InsightBoard board={AGEING} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.ageing'),
  name: 'ageing',
  description: 'Overdue installments by age and charge, weighted days, and the contracts that owe most.',
  component: AgeingWidget,
});
