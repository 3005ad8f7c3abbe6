/** Ends the selected hold when its time is over. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { holdFacts, holdIsOver, readHoldSubject } from '#widgets/deal/holds/hold-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';

const SPEC = fieldForm({
  command: 'deal/expire-hold',
  load: readHoldSubject,
  facts: holdFacts,
  blocked: (hold, words) => {
    const isRunning = Date.parse(hold.expiresAt ?? '') > Date.now();
    const { t } = words;
    return holdIsOver(hold, words) ?? (isRunning ? t('Its time is not over yet. Release it instead.') : null);
  },
  explains: (_hold, { t }) => t('Its time is over: the unit is for sale again at once.'),
  start: () => ({}),
  fields: {},
  input: (_values, hold) => ({ holdId: hold.id }),
  submit: ({ t }) => t('Expire hold'),
  busy: ({ t }) => t('Expiring…'),
  done: ({ t }) => t('The hold has expired; the unit is available again.'),
});

function ExpireHold() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.expireHold'),
  name: 'expire-hold',
  description: 'Ends a hold whose time is over, without waiting for the job.',
  component: ExpireHold,
});
