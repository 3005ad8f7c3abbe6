/** Makes a contract of the selected reservation. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { SIGN_CONTRACT } from './sign-contract.form.tsx';

function SignContract() {
  return <CommandForm spec={SIGN_CONTRACT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.signContract'),
  name: 'sign-contract',
  description: 'Makes a contract with its installments of a reservation.',
  component: SignContract,
});
