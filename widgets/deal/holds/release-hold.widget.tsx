/** Gives the unit of the selected hold free. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { RELEASE_HOLD } from './release-hold.form.tsx';

function ReleaseHold() {
  return <CommandForm spec={RELEASE_HOLD} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.releaseHold'),
  name: 'release-hold',
  description: 'Ends a hold before its time; the unit is free.',
  component: ReleaseHold,
});
