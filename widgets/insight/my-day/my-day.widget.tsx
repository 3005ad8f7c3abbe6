/** "My day" (F1), first in the sidebar. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { useColorScheme, useUserId } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { openForm, openRecord } from '#widgets/shared/commands/open-form.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { useNow } from '#widgets/shared/parts/use-now.ts';
import type { Step } from './day-rows.ts';
import { MyDayView } from './my-day-view.tsx';
import { useMyDay } from './use-my-day.ts';

const TICK_MS = 20_000;

function take({ widget, label, object, recordId }: Step): void {
  const ref = { object, recordId };
  void (widget === undefined ? openRecord(ref) : openForm({ ...ref, widget, title: label }));
}

function MyDay() {
  const { state, isTeam, setIsTeam, reload } = useMyDay(useUserId());
  return (
    <MyDayView
      state={state}
      isTeam={isTeam}
      now={useNow(TICK_MS)}
      scheme={useColorScheme()}
      words={useWords()}
      onTeam={setIsTeam}
      onReload={reload}
      onStep={take}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.myDay'),
  name: 'my-day',
  description:
    'What waits for a salesperson today: holds, reservations, tickets, approvals, promises and tasks.',
  component: MyDay,
});
