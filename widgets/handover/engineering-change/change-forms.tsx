/** Forms of an engineering change: drafted, sent, answered, closed. */

import type { EngineeringChangeKind, SilenceMeans } from '#domain/handover/after-sale-states.ts';
import { CHANGE_ANSWERS } from '#domain/handover/engineering-change.ts';
import { LANGUAGES } from '#widgets/ledger/names.ts';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateText, daysFromToday, today } from '#widgets/shared/format/moment.ts';
import { choicesOf, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import {
  ANSWER_STATES,
  type AnswerSubject,
  CHANGE_STATES,
  type ChangeRecord,
  KINDS,
  readAnswer,
  readOnlyChange,
  SILENCES,
} from './change-records.ts';

type Project = { id: string; name: string | null; buildings: { edges: { node: Building }[] } };
type Building = { id: string; name: string | null };
type DraftKey =
  | 'name'
  | 'kind'
  | 'buildingId'
  | 'description'
  | 'consequence'
  | 'decidedOn'
  | 'silenceMeans'
  | 'mayRescind';

export const DRAFT_CHANGE = fieldForm<'handover/draft-engineering-change', Project, DraftKey>({
  command: 'handover/draft-engineering-change',
  load: (id) => readOne<Project>('keyturnProjects', 'id name buildings { edges { node { id name } } }', id),
  facts: ({ name }, { t }) => [[t('Project'), name]],
  start: () => ({
    name: '',
    kind: 'DESIGN',
    buildingId: '',
    description: '',
    consequence: '',
    decidedOn: today(),
    silenceMeans: 'ACCEPTED',
    mayRescind: '',
  }),
  fields: {
    name: { kind: 'TEXT', label: msg('What changes'), missing: msg('Say in a few words what changes.') },
    kind: {
      kind: 'CHOICE',
      label: msg('Kind'),
      isShort: true,
      choices: (_subject, t) => choicesOf(KINDS, t),
    },
    buildingId: {
      kind: 'CHOICE',
      label: msg('Building'),
      isShort: true,
      isOptional: true,
      choices: ({ buildings }, t) => [
        ['', t('The whole project')],
        ...buildings.edges.map(({ node }): [string, string] => [node.id, node.name ?? '–']),
      ],
    },
    description: { kind: 'LONG', label: msg('Description') },
    consequence: {
      kind: 'LONG',
      label: msg('Consequence'),
      isOptional: true,
      hint: msg('What those who object are offered.'),
    },
    decidedOn: { kind: 'DATE', label: msg('Decided on') },
    silenceMeans: {
      kind: 'CHOICE',
      label: msg('Silence means'),
      isShort: true,
      choices: (_subject, t) => choicesOf(SILENCES, t),
    },
    mayRescind: { kind: 'CHECK', label: msg('Buyers may rescind'), isOptional: true },
  },
  input: (values, { id }) => ({
    projectId: id,
    buildingId: given(values.buildingId),
    name: values.name,
    kind: values.kind as EngineeringChangeKind,
    description: values.description,
    consequence: given(values.consequence),
    decidedOn: given(values.decidedOn),
    silenceMeans: values.silenceMeans as SilenceMeans,
    mayRescind: values.mayRescind === 'true',
  }),
  submit: ({ t }) => t('Draft change'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The change is drafted. Send it from its page to tell the buyers.'),
});

export function changeFacts(change: ChangeRecord, { t }: Words): Fact[] {
  return [
    [t('What changes'), change.name],
    [t('State'), nameIn(CHANGE_STATES, change.state, t)],
  ];
}

export const SEND_CHANGE = fieldForm<
  'handover/send-engineering-change',
  ChangeRecord,
  'noticedOn' | 'answerBy'
>({
  command: 'handover/send-engineering-change',
  load: readOnlyChange,
  facts: changeFacts,
  start: () => ({ noticedOn: today(), answerBy: daysFromToday(30) }),
  explains: ({ building, project }, { t }) =>
    t('Every live contract of {place} gets an answer to be recorded.', {
      place: building?.name ?? project?.name ?? '',
    }),
  fields: {
    noticedOn: { kind: 'DATE', label: msg('Buyers told on') },
    answerBy: { kind: 'DATE', label: msg('Answer by') },
  },
  check: ({ noticedOn, answerBy }, _subject, { t }) =>
    answerBy <= noticedOn ? { answerBy: t('Choose a later day.') } : {},
  input: ({ noticedOn, answerBy }, { id }) => ({ engineeringChangeId: id, noticedOn, answerBy }),
  submit: ({ t }) => t('Send change'),
  busy: ({ t }) => t('Sending…'),
  done: ({ t }, { concerned }) =>
    t('The change is sent; {count} buyers are asked.', { count: Number(concerned ?? 0) }),
});

export const ANSWER_CHANGE = fieldForm<
  'handover/answer-engineering-change',
  AnswerSubject,
  'answer' | 'on' | 'note' | 'consequence'
>({
  command: 'handover/answer-engineering-change',
  load: readAnswer,
  facts: ({ name, state }, { t }) => [
    [t('Name'), name],
    [t('Answer'), nameIn(ANSWER_STATES, state, t)],
  ],
  start: ({ engineeringChange }) => ({
    answer: '',
    on: today(),
    note: '',
    consequence: engineeringChange?.consequence ?? '',
  }),
  fields: {
    answer: {
      kind: 'CHOICE',
      label: msg('Answer'),
      isShort: true,
      choices: ({ state, engineeringChange }, t) => [
        ['', t('Choose one.')],
        ...choicesOf(
          ANSWER_STATES,
          t,
          CHANGE_ANSWERS.filter(
            (one) => one !== state && (one !== 'RESCINDING' || engineeringChange?.mayRescind === true),
          ),
        ),
      ],
    },
    on: { kind: 'DATE', label: msg('Answered on') },
    consequence: {
      kind: 'LONG',
      label: msg('What follows'),
      isOptional: true,
      isShown: ({ answer }) => answer === 'OBJECTED' || answer === 'RESCINDING',
    },
    note: { kind: 'LONG', label: msg('Note'), isOptional: true },
  },
  input: ({ answer, on, note, consequence }, { id }) => ({
    changeAnswerId: id,
    answer: answer as (typeof CHANGE_ANSWERS)[number],
    on,
    note: given(note),
    consequence: given(consequence),
  }),
  submit: ({ t }) => t('Record answer'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The answer is recorded.'),
});

export const CLOSE_CHANGE = fieldForm<'handover/close-engineering-change', ChangeRecord, never>({
  command: 'handover/close-engineering-change',
  load: readOnlyChange,
  facts: changeFacts,
  start: () => ({}) as Record<never, string>,
  fields: {} as never,
  explains: ({ silenceMeans, answerBy }, { t, locale }) =>
    t('Who has not answered by {date} is silent, which means: {meaning}.', {
      date: answerBy === null ? '–' : dateText(answerBy, locale),
      meaning: nameIn(SILENCES, silenceMeans, t) ?? '',
    }),
  input: (_values, { id }) => ({ engineeringChangeId: id }),
  submit: ({ t }) => t('Close change'),
  busy: ({ t }) => t('Closing…'),
  done: ({ t }, { silent }) =>
    t('The change is closed; {count} did not answer.', { count: Number(silent ?? 0) }),
  isDangerous: true,
});

/** As many as the server writes into one file. */
const LETTERS_AT_ONCE = 200;

/** The letters of all buyers in one file, to be printed; a large change has several. */
export const WRITE_LETTERS = fieldForm<'documents/write-change-letters', ChangeRecord, 'language' | 'from'>({
  command: 'documents/write-change-letters',
  load: readOnlyChange,
  facts: () => [],
  start: () => ({ language: 'en', from: '0' }),
  explains: ({ concerned }, { t }) =>
    t('One letter for each of {count} contracts, each on a page of its own.', { count: concerned ?? 0 }),
  fields: {
    language: { kind: 'CHOICE', label: msg('Language'), choices: () => LANGUAGES },
    from: {
      kind: 'CHOICE',
      label: msg('Letters'),
      isShown: (_values, { concerned }) => (concerned ?? 0) > LETTERS_AT_ONCE,
      choices: ({ concerned }) => partsOf(concerned ?? 0),
    },
  },
  input: ({ language, from }, { id }) => ({
    engineeringChangeId: id,
    language: language as Language,
    from: Number(from),
  }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink result={result} where={t('It also lies in the Files tab of the change.')} />
  ),
  submit: ({ t }) => t('Write letters'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The letters are written.'),
});

function partsOf(count: number): [string, string][] {
  return Array.from({ length: Math.max(1, Math.ceil(count / LETTERS_AT_ONCE)) }, (_, part) => {
    const from = part * LETTERS_AT_ONCE;
    return [String(from), `${from + 1} – ${Math.min(count, from + LETTERS_AT_ONCE)}`];
  });
}

/** One buyer's letter. */
export const WRITE_ONE_LETTER = fieldForm<'documents/write-change-letters', AnswerSubject, 'language'>({
  command: 'documents/write-change-letters',
  load: readAnswer,
  facts: ({ name }, { t }) => [[t('Name'), name]],
  start: ({ contract }) => ({ language: contract?.letterLanguage === 'ZH' ? 'zh-CN' : 'en' }),
  fields: { language: { kind: 'CHOICE', label: msg('Language'), choices: () => LANGUAGES } },
  input: ({ language }, { id, engineeringChange }) => ({
    engineeringChangeId: engineeringChange?.id ?? '',
    changeAnswerId: id,
    language: language as Language,
  }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink result={result} where={t('It also lies in the Files tab of the answer.')} />
  ),
  submit: ({ t }) => t('Write this letter'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The letter is written.'),
});
