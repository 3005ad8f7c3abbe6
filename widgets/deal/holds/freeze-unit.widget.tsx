/** Freezes the selected unit by law. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { heldUnitFacts, readHeldUnit } from '#widgets/deal/holds/unit-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
  command: 'deal/freeze-unit',
  load: readHeldUnit,
  facts: heldUnitFacts,
  explains: (_unit, { t }) =>
    t('Nobody can reserve, sign or hand over the unit until the freeze is lifted. Who has it keeps it.'),
  start: () => ({ reason: '' }),
  fields: {
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
  },
  input: ({ reason }, unit) => ({ unitId: unit.id, reason }),
  submit: ({ t }) => t('Freeze unit'),
  busy: ({ t }) => t('Freezing…'),
  done: ({ t }) => t('The unit is frozen.'),
  isDangerous: true,
});

function FreezeUnit() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.freezeUnit'),
  name: 'freeze-unit',
  description: 'Freezes a unit: nobody takes, signs or hands it over.',
  component: FreezeUnit,
});
