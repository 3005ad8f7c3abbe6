/** The funnel from reservation to keys, with conversion and days. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { LOOKBACKS } from '../board/lookback.ts';
import { type FunnelFigures, funnelFigures } from './figures.ts';
import { FunnelView } from './funnel-view.tsx';
import { funnelQueries } from './queries.ts';

export const FUNNEL: Board<FunnelFigures> = {
  title: msg('Funnel'),
  byProject: true,
  choice: { label: msg('Reservations'), choices: LOOKBACKS, first: '12' },
  queries: funnelQueries,
  figuresOf: funnelFigures,
  nothing: () => null,
  View: FunnelView,
};

function FunnelWidget() {
  return <InsightBoard board={FUNNEL} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.funnel'),
  name: 'funnel',
  description: 'How many reservations reached the large deposit, the contract and the keys, and how fast.',
  component: FunnelWidget,
});
