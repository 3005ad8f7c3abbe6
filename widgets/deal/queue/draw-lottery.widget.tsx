/** Draws the lottery of the selected batch, once. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { batchFacts, readBatchSubject } from '#widgets/deal/queue/batch-subject.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';

const SPEC = fieldForm({
  command: 'deal/draw-lottery',
  load: readBatchSubject,
  facts: batchFacts,
  blocked: ({ salesMode, lotteryDrawnAt }, { t }) => {
    if (lotteryDrawnAt !== null) return t('The lottery is drawn, and it is drawn once only.');
    return salesMode === 'LOTTERY' ? null : t('This batch is not sold by lottery.');
  },
  explains: (_batch, { t }) =>
    t('All tickets that wait get their order. It is drawn once and cannot be undone.'),
  start: () => ({ seed: '' }),
  fields: {
    seed: {
      kind: 'TEXT',
      label: msg('Lottery seed'),
      isOptional: true,
      hint: msg('A number from a public source that nobody can foresee. Empty: it is drawn.'),
    },
  },
  input: ({ seed }, batch) => ({ batchId: batch.id, seed: given(seed) }),
  submit: ({ t }) => t('Draw lottery'),
  busy: ({ t }) => t('Drawing…'),
  done: ({ t }) => t('The lottery is drawn.'),
  isDangerous: true,
});

function DrawLottery() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.drawLottery'),
  name: 'draw-lottery',
  description: 'Draws the order of a queue by lottery, from a seed that is kept.',
  component: DrawLottery,
});
