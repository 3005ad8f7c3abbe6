/** Puts the units of the selected release batch on sale. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { type BatchSubject, batchFacts, readBatch } from './batch-subject.ts';

const SPEC: CommandFormSpec<'inventory/open-release-batch', BatchSubject, object> = {
  command: 'inventory/open-release-batch',
  load: readBatch,
  facts: batchFacts,
  blocked: ({ waiting }, { t }) =>
    waiting > 0 ? null : t('No unit of this batch waits to be released. Assign units to it first.'),
  explains: ({ waiting }, { t }) =>
    t('{count} units go on sale at their list price, for every salesperson to see.', { count: waiting }),
  start: () => ({}),
  read: (_draft, { batch }) => ({ input: { releaseBatchId: batch.id }, wrong: {} }),
  submit: ({ t }) => t('Open batch'),
  busy: ({ t }) => t('Opening…'),
  done: ({ t }, { released }) => t('{count} units are on sale.', { count: Number(released ?? 0) }),
};

function OpenReleaseBatch() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.openReleaseBatch'),
  name: 'open-release-batch',
  description: 'Puts all units of a release batch on sale, if permit and prices allow it.',
  component: OpenReleaseBatch,
});
