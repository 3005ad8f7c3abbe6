/** Gives the unit of the selected hold free. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { holdFacts, holdIsOver, readHoldSubject } from '#widgets/deal/holds/hold-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
  command: 'deal/release-hold',
  load: readHoldSubject,
  facts: holdFacts,
  blocked: holdIsOver,
  explains: (_hold, { t }) => t('The unit is for sale again at once.'),
  start: () => ({ reason: '' }),
  fields: { reason: { kind: 'LONG', label: msg('Reason'), isOptional: true } },
  input: ({ reason }, hold) => ({ holdId: hold.id, reason: given(reason) }),
  submit: ({ t }) => t('Release hold'),
  busy: ({ t }) => t('Releasing…'),
  done: ({ t }) => t('The hold is released.'),
});

function ReleaseHold() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.releaseHold'),
  name: 'release-hold',
  description: 'Ends a hold before its time; the unit is free.',
  component: ReleaseHold,
});
