/** Forms of an engineering change: drafted, sent, answered, closed. */

import type { EngineeringChangeKind, SilenceMeans } from '#domain/handover/after-sale-states.ts';
import { CHANGE_ANSWERS } from '#domain/handover/engineering-change.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateText, daysFromToday, today } from '#widgets/shared/format/moment.ts';
import { choicesOf, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
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
