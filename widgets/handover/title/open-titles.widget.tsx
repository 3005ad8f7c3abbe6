/** Opens the title cases of the selected building. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { OPEN_TITLES } from './open-titles.form.tsx';

function OpenTitles() {
  return <CommandForm spec={OPEN_TITLES} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.openTitles'),
  name: 'open-title-cases',
  description: 'Opens the title cases of all homes of a building that are handed over.',
  component: OpenTitles,
});
