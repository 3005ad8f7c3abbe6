/** Gives a buyer the next number in the queue of the selected batch. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';
import { type Buyer, BuyerField } from '#widgets/shared/people/buyer-field.tsx';
import { searchPeople } from '#widgets/shared/people/read-people.ts';
import { type BatchSubject, batchFacts, readBatchSubject } from './batch-subject.ts';

type Draft = { buyer: Buyer | null; wishes: string };

const SPEC: CommandFormSpec<'deal/take-ticket', BatchSubject, Draft> = {
  command: 'deal/take-ticket',
  load: readBatchSubject,
  facts: batchFacts,
  blocked: ({ state }, { t }) => (state === 'CLOSED' ? t('This batch is closed.') : null),
  start: () => ({ buyer: null, wishes: '' }),
  Fields: ({ draft, wrong, words, onChange }) => (
    <>
      <BuyerField
        buyer={draft.buyer}
        onChange={(buyer) => onChange({ buyer })}
        search={searchPeople}
        words={words}
        wrong={wrong.buyer ?? null}
      />
      <LongTextField
        label={words.t('Wishes')}
        value={draft.wishes}
        hint={words.t('Such as floor, rooms, view and budget')}
        onChange={(wishes) => onChange({ wishes })}
        wrong={wrong.wishes ?? null}
      />
    </>
  ),
  read: ({ buyer, wishes }, batch, { t }) => {
    // A number belongs to a person of the workspace, so that nobody has two.
    if (buyer === null || buyer.id === null)
      return { input: null, wrong: { buyer: t('Choose a person of the workspace.') } };
    const said = wishes.trim() === '' ? {} : { wishes: wishes.trim() };
    return { input: { batchId: batch.id, buyerId: buyer.id, ...said }, wrong: {} };
  },
  submit: ({ t }) => t('Take queue ticket'),
  busy: ({ t }) => t('Taking…'),
  done: ({ t }) => t('The buyer has a number in the queue.'),
};

function TakeTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.takeTicket'),
  name: 'take-ticket',
  description: 'Gives a buyer the next number in the queue of a release batch.',
  component: TakeTicket,
});
