/** Drafts an engineering change of the selected project. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { DRAFT_CHANGE } from './change-forms.tsx';

function DraftChange() {
  return <CommandForm spec={DRAFT_CHANGE} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.draftChange'),
  name: 'draft-engineering-change',
  description: 'Drafts an engineering change: what changes, what it means to be silent, what is offered.',
  component: DraftChange,
});
