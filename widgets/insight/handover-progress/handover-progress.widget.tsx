/** Handover: keys given, waiting, and blocked by what is unpaid. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { type HandoverFigures, handoverFigures } from './figures.ts';
import { HandoverProgressView } from './handover-progress-view.tsx';
import { handoverQueries } from './queries.ts';

export const HANDOVER_PROGRESS: Board<HandoverFigures> = {
  title: msg('Handover progress'),
  byProject: true,
  queries: handoverQueries,
  figuresOf: handoverFigures,
  nothing: () => null,
  View: HandoverProgressView,
};

function HandoverProgressWidget() {
  return <InsightBoard board={HANDOVER_PROGRESS} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.handoverProgress'),
  name: 'handover-progress',
  description: 'Keys handed over by month, contracts waiting for keys, and those that must pay first.',
  component: HandoverProgressWidget,
});
