/** Gives the selected hold more time. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { EXTEND_HOLD } from './extend-hold.form.tsx';

function ExtendHold() {
  return <CommandForm spec={EXTEND_HOLD} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.extendHold'),
  name: 'extend-hold',
  description: 'Gives a hold more time; each extension is counted.',
  component: ExtendHold,
});
