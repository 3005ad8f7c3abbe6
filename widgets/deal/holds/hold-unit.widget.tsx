/** Keeps the selected unit for somebody until a time. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { HOLD_UNIT } from './hold-unit.form.tsx';

function HoldUnit() {
  return <CommandForm spec={HOLD_UNIT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.holdUnit'),
  name: 'hold-unit',
  description: 'Keeps a unit for somebody until a time, without a deposit.',
  component: HoldUnit,
});
