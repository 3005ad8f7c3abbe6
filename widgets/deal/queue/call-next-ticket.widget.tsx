/** Calls the next number of the selected batch. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { batchFacts, readBatchSubject } from '#widgets/deal/queue/batch-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';

const SPEC = fieldForm({
  command: 'deal/call-next-ticket',
  load: readBatchSubject,
  facts: batchFacts,
  blocked: ({ state, waiting }, { t }) => {
    if (state === 'DRAFT' || state === 'CLOSED') return t('This batch is not on sale.');
    return waiting > 0 ? null : t('No ticket of this batch waits.');
  },
  explains: (_batch, { t }) => t('The next number in the order is called; it may choose until its deadline.'),
  start: () => ({}),
  fields: {},
  input: (_values, batch) => ({ batchId: batch.id }),
  submit: ({ t }) => t('Call next ticket'),
  busy: ({ t }) => t('Calling…'),
  done: ({ t }) => t('The next ticket is called.'),
});

function CallNextTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.callNextTicket'),
  name: 'call-next-ticket',
  description: 'Calls the next ticket of a queue; it may choose until its deadline.',
  component: CallNextTicket,
});
