/** The service desk (F1), first in the folder of the service. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { useColorScheme, useUserId } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { useNow } from '#widgets/shared/parts/use-now.ts';
import { DeskView } from './desk-view.tsx';
import { useDesk } from './use-desk.ts';

const TICK_MS = 20_000;

function ServiceDesk() {
  const { state, whose, setWhose, reload } = useDesk(useUserId());
  return (
    <DeskView
      state={state}
      whose={whose}
      now={useNow(TICK_MS)}
      scheme={useColorScheme()}
      words={useWords()}
      onWhose={setWhose}
      onReload={reload}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.serviceDesk'),
  name: 'service-desk',
  description:
    'Open tickets by the clock that is left, taken, answered and resolved in place, and the figures of the service.',
  component: ServiceDesk,
});
