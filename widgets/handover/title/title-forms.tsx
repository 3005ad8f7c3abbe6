/** Forms of a title case: its next step, what blocks it, and that it goes on. */
import type { TitleBlock, TitleState } from '#domain/handover/after-sale-states.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { amountOf, decimalText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { choicesOf, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { movesFrom } from './title-moves.ts';
import { BLOCKS, readTitle, TITLE_STATES, type TitleRecord, titleFacts } from './title-records.ts';

type MoveKey =
  | 'to'
  | 'on'
  | 'taxAmount'
  | 'registryNumber'
  | 'certificateNumber'
  | 'receivedBy'
  | 'documentsHere'
  | 'documentsMissing'
  | 'remark';

function paidTax({ taxAmount }: TitleRecord): string {
  const tax = amountOf(taxAmount);
  return tax === null ? '' : decimalText(tax.micros);
}

export const MOVE_TITLE = fieldForm<'handover/move-title-case', TitleRecord, MoveKey>({
  command: 'handover/move-title-case',
  load: readTitle,
  facts: titleFacts,
  currency: ({ contract }) => amountOf(contract?.price ?? null)?.currency ?? '',
  blocked: ({ state, blockNote }, { t }) =>
    state === 'BLOCKED' ? t('This case is blocked: {note}', { note: blockNote ?? '' }) : null,
  start: (subject) => ({
    to: (subject.state === null ? null : movesFrom(subject.state)[0]) ?? '',
    on: today(),
    taxAmount: paidTax(subject),
    registryNumber: subject.registryNumber ?? '',
    certificateNumber: subject.certificateNumber ?? '',
    receivedBy: subject.receivedBy ?? '',
    documentsHere: subject.documentsHere ?? '',
    documentsMissing: subject.documentsMissing ?? '',
    remark: subject.remark ?? '',
  }),
  fields: {
    to: {
      kind: 'CHOICE',
      label: msg('Next step'),
      isShort: true,
      choices: ({ state }, t) =>
        state === null
          ? []
          : choicesOf(TITLE_STATES, t, movesFrom(state)).map(([value, label]) => [
              value,
              value === state ? t('Only the papers') : label,
            ]),
    },
    on: { kind: 'DATE', label: msg('Day of the step') },
    /** Zero where the home is exempt. */
    taxAmount: {
      kind: 'AMOUNT',
      label: msg('Taxes paid'),
      isOptional: true,
      mayBeZero: true,
      isShown: ({ to }) => to === 'TAX_PAID',
    },
    registryNumber: {
      kind: 'TEXT',
      label: msg('Registry number'),
      missing: msg('The registry gives it with the acceptance.'),
      isShown: ({ to }, { state }) => to === 'ACCEPTED' && to !== state,
    },
    certificateNumber: {
      kind: 'TEXT',
      label: msg('Certificate number'),
      missing: msg('It stands on the certificate.'),
      isShown: ({ to }, { state }) => to === 'ISSUED' && to !== state,
    },
    receivedBy: {
      kind: 'TEXT',
      label: msg('Received by'),
      missing: msg('Name who took the certificate.'),
      isShown: ({ to }) => to === 'DELIVERED',
    },
    documentsHere: { kind: 'TEXT', label: msg('Papers received'), isOptional: true },
    documentsMissing: { kind: 'TEXT', label: msg('Papers missing'), isOptional: true },
    remark: { kind: 'LONG', label: msg('Remark'), isOptional: true },
  },
  input: (values, { id }) => ({
    titleCaseId: id,
    to: values.to as TitleState,
    on: values.on,
    taxAmount: given(values.taxAmount),
    registryNumber: given(values.registryNumber),
    certificateNumber: given(values.certificateNumber),
    receivedBy: given(values.receivedBy),
    documentsHere: values.documentsHere,
    documentsMissing: values.documentsMissing,
    remark: values.remark,
  }),
  submit: ({ t }) => t('Save step'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }, { state }) =>
    t('The title case is saved: {state}.', { state: nameIn(TITLE_STATES, String(state ?? ''), t) ?? '' }),
});

type BlockKey = 'because' | 'note' | 'documentsMissing';

export const BLOCK_TITLE = fieldForm<'handover/block-title-case', TitleRecord, BlockKey>({
  command: 'handover/block-title-case',
  load: readTitle,
  facts: titleFacts,
  start: ({ documentsMissing }) => ({
    because: 'MISSING_DOCUMENT',
    note: '',
    documentsMissing: documentsMissing ?? '',
  }),
  fields: {
    because: {
      kind: 'CHOICE',
      label: msg('Blocked because'),
      choices: (_subject, t) => choicesOf(BLOCKS, t),
    },
    documentsMissing: {
      kind: 'TEXT',
      label: msg('Papers missing'),
      isShown: ({ because }) => because === 'MISSING_DOCUMENT',
    },
    note: {
      kind: 'LONG',
      label: msg('What would help'),
      isOptional: true,
      hint: msg('Needed for another reason. Money and mortgage are told by themselves.'),
    },
  },
  check: ({ because, note }, _subject, { t }) =>
    because === 'OTHER' && note === '' ? { note: t('Say what stands against it.') } : {},
  input: ({ because, note, documentsMissing }, { id }) => ({
    titleCaseId: id,
    because: because as TitleBlock,
    note: given(note),
    documentsMissing: given(documentsMissing),
  }),
  submit: ({ t }) => t('Block case'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The title case is blocked.'),
  isDangerous: true,
});

export const UNBLOCK_TITLE = fieldForm<
  'handover/unblock-title-case',
  TitleRecord,
  'documentsHere' | 'documentsMissing'
>({
  command: 'handover/unblock-title-case',
  load: readTitle,
  facts: titleFacts,
  start: ({ documentsHere, documentsMissing }) => ({
    documentsHere: documentsHere ?? '',
    documentsMissing: documentsMissing ?? '',
  }),
  fields: {
    documentsHere: { kind: 'TEXT', label: msg('Papers received'), isOptional: true },
    documentsMissing: { kind: 'TEXT', label: msg('Papers missing'), isOptional: true },
  },
  explains: ({ stateBefore }, { t }) =>
    t('It goes on where it was: {state}.', { state: nameIn(TITLE_STATES, stateBefore, t) ?? '' }),
  input: ({ documentsHere, documentsMissing }, { id }) => ({
    titleCaseId: id,
    documentsHere,
    documentsMissing,
  }),
  submit: ({ t }) => t('Go on with the case'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The title case goes on.'),
});
