/** Moves the selected mortgage case to its next state. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { MortgageState } from '#domain/ledger/settlement-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { MORTGAGE_STATES } from '#widgets/ledger/names.ts';
import { CommandForm, type FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { amountOf, amountText, decimalText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { type CaseSubject, caseCurrency, caseFacts, readCase } from './case-subject.ts';
import { movesFrom } from './mortgage-moves.ts';
import { shortfallOf } from './shortfall.ts';

export type MoveKey =
  | 'to'
  | 'on'
  | 'amountApproved'
  | 'shortfallDueInDays'
  | 'documentsHere'
  | 'documentsMissing'
  | 'remark';

function Shortfall({ subject, draft, words: { t, locale } }: FieldsProps<CaseSubject, Values<MoveKey>>) {
  const shortfall = shortfallOf(subject, draft.to, draft.amountApproved);
  if (shortfall === null) return null;
  return (
    <Notice>{t('{amount} is then asked of the buyer.', { amount: amountText(shortfall, locale) })}</Notice>
  );
}

const SPEC = fieldForm<'ledger/move-mortgage', CaseSubject, MoveKey>({
  command: 'ledger/move-mortgage',
  load: readCase,
  facts: caseFacts,
  currency: caseCurrency,
  blocked: ({ state }, { t }) =>
    state === null || movesFrom(state).length > 0
      ? null
      : t('This case is “{state}”: nothing is left to do here.', {
          state: nameIn(MORTGAGE_STATES, state, t) ?? state,
        }),
  start: (subject) => ({
    to: (subject.state === null ? null : movesFrom(subject.state)[0]) ?? '',
    on: today(),
    amountApproved: decimalText(amountOf(subject.amountAsked)?.micros ?? 0n),
    shortfallDueInDays: '0',
    documentsHere: subject.documentsHere ?? '',
    documentsMissing: subject.documentsMissing ?? '',
    remark: '',
  }),
  fields: {
    to: {
      kind: 'CHOICE',
      label: msg('New state'),
      isShort: true,
      choices: ({ state }, t) => choicesOf(MORTGAGE_STATES, t, state === null ? [] : movesFrom(state)),
    },
    on: { kind: 'DATE', label: msg('Since') },
    amountApproved: {
      kind: 'AMOUNT',
      label: msg('Amount approved'),
      isShown: ({ to }) => to === 'APPROVED',
    },
    shortfallDueInDays: {
      kind: 'WHOLE',
      label: msg('Due from the buyer in (days)'),
      isShown: ({ to, amountApproved }, subject) => shortfallOf(subject, to, amountApproved) !== null,
    },
    documentsHere: { kind: 'TEXT', label: msg('Papers received'), isOptional: true },
    documentsMissing: { kind: 'TEXT', label: msg('Papers missing'), isOptional: true },
    remark: { kind: 'LONG', label: msg('Remark'), isOptional: true },
  },
  input: (values, { id }) => ({
    mortgageCaseId: id,
    to: values.to as MortgageState,
    on: values.on,
    amountApproved: given(values.amountApproved),
    shortfallDueInDays: values.shortfallDueInDays === '' ? undefined : Number(values.shortfallDueInDays),
    documentsHere: values.documentsHere,
    documentsMissing: values.documentsMissing,
    remark: given(values.remark),
  }),
  Below: Shortfall,
  submit: ({ t }) => t('Move case'),
  busy: ({ t }) => t('Moving…'),
  done: ({ t }) => t('The mortgage case is moved.'),
});

function MoveMortgage() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.moveMortgage'),
  name: 'move-mortgage',
  description: 'Moves a mortgage case to its next state; what the bank does not pay is asked of the buyer.',
  component: MoveMortgage,
});
