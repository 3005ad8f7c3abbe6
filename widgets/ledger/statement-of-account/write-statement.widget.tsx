/** Writes the statement of account of the selected contract as PDF. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { WRITE_STATEMENT } from './write-statement.form.tsx';

function WriteStatement() {
  return <CommandForm spec={WRITE_STATEMENT} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.writeStatement'),
  name: 'write-statement',
  description: 'Writes the statement of account of a contract as PDF into its Files tab.',
  component: WriteStatement,
});
