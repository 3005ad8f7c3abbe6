/** The sales-control board on its own page, and on the page of a building or a project. */

import { defineFrontComponent } from 'twenty-sdk/define';
import { useColorScheme, useSelectedRecordIds, useUserId } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { useNow } from '#widgets/shared/parts/use-now.ts';
import { TWENTY_PORT } from './board-port.ts';
import { SalesControlBoard } from './sales-control-board.tsx';
import { useSalesControl } from './use-sales-control.ts';

const TICK_MS = 30_000;

function SalesControl() {
  const [recordId = null] = useSelectedRecordIds();
  const { state, choose, open, refresh, reloadUnit } = useSalesControl(recordId, useUserId());
  return (
    <SalesControlBoard
      state={state}
      now={useNow(TICK_MS)}
      scheme={useColorScheme()}
      words={useWords()}
      port={TWENTY_PORT}
      onChoose={(place) => void choose(place)}
      onOpenAgain={() => void open()}
      onRefresh={() => void refresh(true)}
      onUnitChanged={reloadUnit}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.salesControl'),
  name: 'sales-control',
  description: 'Every unit of a building floor by floor: state, price, who holds it and how long.',
  component: SalesControl,
});
