/** What is overdue, by age (D10), of the selected project or of all: where a clerk begins the day. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { ARREARS } from './arrears-form.tsx';

function Arrears() {
  const [recordId] = useSelectedRecordIds();
  return <CommandForm spec={ARREARS} isGlobal={recordId === undefined} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.arrears'),
  name: 'arrears',
  description: 'Shows what is overdue by age, of a project or of all, and the contracts longest overdue.',
  component: Arrears,
});
