/** Lifts the freeze of the selected unit. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { heldUnitFacts, readHeldUnit } from '#widgets/deal/holds/unit-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
  command: 'deal/unfreeze-unit',
  load: readHeldUnit,
  facts: heldUnitFacts,
  blocked: ({ state }, { t }) =>
    state === 'FROZEN' || state === null ? null : t('This unit is not frozen.'),
  explains: (_unit, { t }) =>
    t('The unit is again what it was. What ended meanwhile, such as a hold, stays ended.'),
  start: () => ({ reason: '' }),
  fields: {
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
  },
  input: ({ reason }, unit) => ({ unitId: unit.id, reason }),
  submit: ({ t }) => t('Unfreeze unit'),
  busy: ({ t }) => t('Lifting…'),
  done: ({ t }) => t('The freeze is lifted.'),
});

function UnfreezeUnit() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.unfreezeUnit'),
  name: 'unfreeze-unit',
  description: 'Lifts the freeze of a unit; it is again what its lock says.',
  component: UnfreezeUnit,
});
