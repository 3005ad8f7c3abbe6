/** Decides what becomes of the deposit of the selected, expired reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { DECIDE_DEPOSIT } from './decide-deposit.form.tsx';

function DecideDeposit() {
  return <CommandForm spec={DECIDE_DEPOSIT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.decideDeposit'),
  name: 'decide-deposit',
  description: 'Decides whether the deposit of an expired reservation goes back or is kept.',
  component: DecideDeposit,
});
