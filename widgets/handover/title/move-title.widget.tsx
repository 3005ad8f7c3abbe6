/** Moves the selected title case to its next step, or brings its papers up to date. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { MOVE_TITLE } from './title-forms.tsx';

function MoveTitle() {
  return <CommandForm spec={MOVE_TITLE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.moveTitle'),
  name: 'move-title-case',
  description: 'Moves a title case to its next step: taxes, registry, certificate, delivery.',
  component: MoveTitle,
});
