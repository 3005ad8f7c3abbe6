/** Gives the selected hold more time. */
import { HeldUntil } from '#widgets/deal/holds/held-until.tsx';
import { holdFacts, holdIsOver, inHours, readHoldSubject } from '#widgets/deal/holds/hold-subject.ts';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

export const EXTEND_HOLD = fieldForm({
  command: 'deal/extend-hold',
  load: readHoldSubject,
  facts: holdFacts,
  blocked: holdIsOver,
  start: () => ({ hours: '' }),
  fields: { hours: { kind: 'WHOLE', label: msg('Hours from now') } },
  input: ({ hours }, hold) => ({ holdId: hold.id, until: inHours(hours) }),
  Below: HeldUntil,
  submit: ({ t }) => t('Extend hold'),
  busy: ({ t }) => t('Extending…'),
  done: ({ t }) => t('The hold has more time.'),
});
