/** The deal desk on its own page, and beside a unit or a quote that it was opened from. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { useColorScheme, useSelectedRecordIds, useUserId } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { DealDeskView } from './deal-desk-view.tsx';
import { TWENTY_PORT } from './desk-port.ts';
import { useDealDesk } from './use-deal-desk.ts';

function DealDesk() {
  const [selectedId = null] = useSelectedRecordIds();
  const words = useWords();
  const desk = useDealDesk(TWENTY_PORT, { userId: useUserId(), selectedId }, words.locale);
  return <DealDeskView desk={desk} port={TWENTY_PORT} scheme={useColorScheme()} words={words} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.dealDesk'),
  name: 'deal-desk',
  description:
    'A deal step by step: unit, buyers, payment plan, price, deposit; reserved or quoted at the end.',
  component: DealDesk,
});
