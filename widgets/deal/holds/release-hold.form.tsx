/** Gives the unit of the selected hold free. */
import { holdFacts, holdIsOver, readHoldSubject } from '#widgets/deal/holds/hold-subject.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

export const RELEASE_HOLD = fieldForm({
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
