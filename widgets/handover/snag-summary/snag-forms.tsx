/** The forms that move a snag, and the one that makes the contractor's link. */
import type { SnagAction } from '#domain/handover/snags.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { dateText } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { CopyText } from '#widgets/shared/parts/copy-text.tsx';
import { readSnag, readSnagAndCompanies, type SnagPage } from './snag-records.ts';

const shared = {
  command: 'handover/move-snag',
  facts: () => [],
  submit: ({ t }: { t: (text: string) => string }) => t('Save'),
  busy: ({ t }: { t: (text: string) => string }) => t('Saving…'),
  done: ({ t }: { t: (text: string) => string }) => t('The snag is moved.'),
} as const;

export const ASSIGN_SNAG = fieldForm({
  ...shared,
  load: readSnagAndCompanies,
  start: ({ contractor }) => ({ contractorId: contractor?.id ?? '' }),
  fields: {
    contractorId: {
      kind: 'CHOICE',
      label: msg('Contractor'),
      missing: msg('Choose the company that mends it.'),
      choices: ({ companies }) => [
        ['', '–'],
        ...companies.map(({ id, name }): [string, string] => [id, name ?? id]),
      ],
    },
  },
  input: ({ contractorId }, { id }) => ({ snagId: id, action: 'ASSIGN', contractorId }),
});

export const START_SNAG = fieldForm({
  ...shared,
  load: readSnag,
  start: () => ({}),
  fields: {},
  input: (_values, { id }) => ({ snagId: id, action: 'START' }),
});

export const VERIFY_SNAG = fieldForm({
  ...shared,
  load: readSnag,
  start: () => ({ verifiedBy: '' }),
  fields: {
    verifiedBy: {
      kind: 'TEXT',
      label: msg('Who has looked at it'),
      hint: msg('The buyer, or the steward on site'),
    },
  },
  input: ({ verifiedBy }, { id }) => ({ snagId: id, action: 'VERIFY', verifiedBy }),
});

function withNote(action: SnagAction, label: string, isOptional: boolean) {
  return fieldForm({
    ...shared,
    load: readSnag,
    start: () => ({ note: '' }),
    fields: { note: { kind: 'LONG', label, isOptional } },
    input: ({ note }: { note: string }, { id }: SnagPage) => ({ snagId: id, action, note: given(note) }),
  });
}

export const FIX_SNAG = /* @__PURE__ */ withNote('FIX', msg('What was done'), true);
export const DECLINE_SNAG = /* @__PURE__ */ withNote('DECLINE', msg('Why it is declined'), false);
export const REOPEN_SNAG = /* @__PURE__ */ withNote('REOPEN', msg('Why it is reopened'), false);

export const CONTRACTOR_LINK = fieldForm({
  command: 'handover/snag-link',
  load: readSnag,
  facts: () => [],
  explains: ({ contractor }, { t }) =>
    t('Whoever has this link sees and moves the open snags of {name}, and no others.', {
      name: contractor?.name ?? '–',
    }),
  start: () => ({}),
  fields: {},
  input: (_values, { contractor }) => ({ kind: 'contractor', recordId: contractor?.id ?? '' }),
  isQuestion: true,
  Outcome: ({ result, words }) => (
    <CopyText
      label={words.t('Until {date}', { date: dateText(String(result.until ?? ''), words.locale) })}
      text={String(result.url ?? '')}
      words={words}
    />
  ),
  submit: ({ t }) => t('Make the link'),
  busy: ({ t }) => t('Working…'),
  done: ({ t }) => t('The link is ready.'),
});

export const TAKE_LINKS_BACK = fieldForm({
  command: 'handover/take-back-snag-links',
  load: readSnag,
  facts: () => [],
  explains: ({ contractor }, { t }) =>
    t('Every link that {name} was sent before is worthless then. Make a new one if there is still work.', {
      name: contractor?.name ?? '–',
    }),
  start: () => ({}),
  fields: {},
  input: (_values, { contractor }) => ({ kind: 'contractor', recordId: contractor?.id ?? '' }),
  submit: ({ t }) => t('Take links back'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('Links that were sent before do not hold any more.'),
  isDangerous: true,
});
