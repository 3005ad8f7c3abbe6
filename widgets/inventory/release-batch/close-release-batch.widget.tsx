/** Closes the selected release batch: what nobody has goes back under sales control. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type BatchSubject, batchFacts, readBatch } from './batch-subject.ts';

const SPEC = fieldForm<'inventory/close-release-batch', BatchSubject, 'reason'>({
  command: 'inventory/close-release-batch',
  load: readBatch,
  facts: batchFacts,
  blocked: ({ batch }, { t }) => (batch.state === 'OPEN' ? null : t('This batch is not on sale.')),
  explains: ({ available }, { t }) =>
    t('{count} units that nobody has leave the market. Those that are taken stay with their buyers.', {
      count: available,
    }),
  start: () => ({ reason: '' }),
  fields: { reason: { kind: 'LONG', label: msg('Reason'), isOptional: true } },
  input: ({ reason }, { batch }) => {
    const why = given(reason);
    return { releaseBatchId: batch.id, ...(why !== undefined && { reason: why }) };
  },
  isDangerous: true,
  submit: ({ t }) => t('Close batch'),
  busy: ({ t }) => t('Closing…'),
  done: ({ t }, { withdrawn }) =>
    t('{count} units are under sales control again.', { count: Number(withdrawn ?? 0) }),
});

function CloseReleaseBatch() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.closeReleaseBatch'),
  name: 'close-release-batch',
  description: 'Takes the units of a release batch that nobody has off the market.',
  component: CloseReleaseBatch,
});
