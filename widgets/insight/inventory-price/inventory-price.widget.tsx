/** Inventory and price: absorption, stock age, discounts. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { type Board, InsightBoard } from '../board/insight-board.tsx';
import { type InventoryFigures, inventoryFigures } from './figures.ts';
import { BASES, InventoryPriceView } from './inventory-price-view.tsx';
import { inventoryQueries } from './queries.ts';

export const INVENTORY_PRICE: Board<InventoryFigures> = {
  title: msg('Inventory and price'),
  byProject: true,
  choice: { label: msg('Basis'), choices: BASES, first: 'CONTRACTED' },
  queries: inventoryQueries,
  figuresOf: inventoryFigures,
  nothing: ({ stock }, { t }: Words) =>
    stock.launched.count === 0
      ? t(
          'Nothing has been launched yet. Add units to a project and release them for sale; their figures appear here.',
        )
      : null,
  View: InventoryPriceView,
};

function InventoryPriceWidget() {
  return <InsightBoard board={INVENTORY_PRICE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.inventoryPrice'),
  name: 'inventory-price',
  description: 'Absorption by count, area and value, months of supply, stock age and discount depth.',
  component: InventoryPriceWidget,
});
