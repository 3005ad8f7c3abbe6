/** Says that the selected dunning notice was sent, or that the buyer has acknowledged it. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { DUNNING_TRANSITIONS, type DunningState } from '#domain/ledger/collection-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { DUNNING_STATES } from '#widgets/ledger/names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { noticeFacts, readNotice } from './notice-subject.ts';

/** The other states come by themselves: by a promise, by money, by the next step. */
const MARKS: readonly DunningState[] = ['SENT', 'ACKNOWLEDGED'];

function marksFrom(state: DunningState | null): DunningState[] {
  return MARKS.filter((mark) => state === null || DUNNING_TRANSITIONS[state].includes(mark));
}

const SPEC = fieldForm({
  command: 'ledger/mark-notice',
  load: readNotice,
  facts: noticeFacts,
  blocked: ({ state }, { t }) =>
    marksFrom(state).length > 0
      ? null
      : t('This notice is “{state}”: nothing is left to mark.', {
          state: nameIn(DUNNING_STATES, state, t) ?? '–',
        }),
  start: ({ state }) => ({ to: marksFrom(state)[0] ?? '', on: today(), remark: '' }),
  fields: {
    to: {
      kind: 'CHOICE',
      label: msg('New state'),
      isShort: true,
      choices: ({ state }, t) => choicesOf(DUNNING_STATES, t, marksFrom(state)),
    },
    on: { kind: 'DATE', label: msg('Date') },
    remark: { kind: 'LONG', label: msg('Result'), isOptional: true },
  },
  input: ({ to, on, remark }, { id }) => ({
    dunningNoticeId: id,
    to: to as DunningState,
    on,
    remark: given(remark),
  }),
  submit: ({ t }) => t('Mark notice'),
  busy: ({ t }) => t('Marking…'),
  done: ({ t }) => t('The notice is marked.'),
});

function MarkNotice() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.markNotice'),
  name: 'mark-notice',
  description: 'Marks a dunning notice as sent or acknowledged.',
  component: MarkNotice,
});
