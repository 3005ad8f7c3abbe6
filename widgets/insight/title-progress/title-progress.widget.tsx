/** Title: what is due, what is late, and what blocks the rest. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { type TitleFigures, titleFigures } from './figures.ts';
import { titleQueries } from './queries.ts';
import { TitleProgressView } from './title-progress-view.tsx';

export const TITLE_PROGRESS: Board<TitleFigures> = {
  title: msg('Title progress'),
  byProject: true,
  queries: titleQueries,
  figuresOf: titleFigures,
  nothing: () => null,
  View: TitleProgressView,
};

function TitleProgressWidget() {
  return <InsightBoard board={TITLE_PROGRESS} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.titleProgress'),
  name: 'title-progress',
  description: 'Title cases that are due or late to be filed or issued, and what blocks the rest.',
  component: TitleProgressWidget,
});
