/** Opens the title case of the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { OPEN_TITLE } from './open-title.form.tsx';

function OpenTitle() {
  return <CommandForm spec={OPEN_TITLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.openTitle'),
  name: 'open-title-case',
  description: 'Opens the title case of a contract whose keys are handed over.',
  component: OpenTitle,
});
