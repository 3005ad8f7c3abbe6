/** The collections cockpit of finance. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { CollectionsView } from './collections-view.tsx';
import { type CollectionsFigures, collectionsFigures } from './figures.ts';
import { collectionsQueries } from './queries.ts';

export const COLLECTIONS_COCKPIT: Board<CollectionsFigures> = {
  title: msg('Collections cockpit'),
  byProject: false,
  queries: collectionsQueries,
  figuresOf: collectionsFigures,
  nothing: () => null,
  View: CollectionsView,
};

function CollectionsWidget() {
  return <InsightBoard board={COLLECTIONS_COCKPIT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.collectionsCockpit'),
  name: 'collections-cockpit',
  description: 'Due today, in 7 and 30 days, overdue by age, promises, unmatched and bounced receipts.',
  component: CollectionsWidget,
});
