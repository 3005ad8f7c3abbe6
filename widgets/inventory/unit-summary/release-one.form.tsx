/** Releases one unit for sale where it is looked at; several at once are released from their list. */
import { heldUnitFacts, readHeldUnit } from '#widgets/deal/holds/unit-subject.ts';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';

export const RELEASE_ONE = fieldForm({
  command: 'inventory/release-units',
  load: readHeldUnit,
  facts: heldUnitFacts,
  explains: (_unit, { t }) => t('It becomes available to every salesperson at its list price.'),
  start: () => ({}),
  fields: {},
  input: (_values, { id }) => ({ unitIds: [id] }),
  submit: ({ t }) => t('Release for sale'),
  busy: ({ t }) => t('Releasing…'),
  done: ({ t }) => t('The unit is released for sale.'),
});
