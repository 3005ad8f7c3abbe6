/** Takes the selected unit off the market, for a reason that is kept with it. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { WITHDRAW_UNIT } from './withdraw-unit.form.tsx';

function WithdrawUnit() {
  return <CommandForm spec={WITHDRAW_UNIT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.withdrawUnit'),
  name: 'withdraw-unit',
  description: 'Takes a unit off the market for a reason.',
  component: WithdrawUnit,
});
