/** A person as a buyer, in our tab of Twenty's own page of persons. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { RecordWidget } from '#widgets/shared/record/record-widget.tsx';
import { readBuyer } from './buyer-records.ts';
import { BUYER_STYLE, BuyerSummary } from './buyer-summary.tsx';

function BuyerSummaryWidget() {
  return <RecordWidget load={readBuyer} View={BuyerSummary} style={BUYER_STYLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.buyerSummary'),
  name: 'buyer-summary',
  description: 'A person as a buyer: what was bought and paid, what is due and late, and every deal.',
  component: BuyerSummaryWidget,
});
