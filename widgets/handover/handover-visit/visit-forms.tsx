/** The forms of a handover's visit: inspect, tell of a snag, count and move keys, write the protocol. */
import type { KeyKind, SnagCategory, SnagSeverity } from '#domain/handover/after-sale-states.ts';
import { KEY_ACTION_TO, KEY_TRANSITIONS, type KeyAction } from '#domain/handover/key-sets.ts';
import {
  CATEGORY_NAMES,
  KEY_ACTION_NAMES,
  KEY_KIND_LABELS,
  SEVERITY_NAMES,
} from '#widgets/handover/names.ts';
import { LANGUAGES, languageOf } from '#widgets/ledger/names.ts';
import type { Language } from '#widgets/shared/api/ledger-commands.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { FileLink } from '#widgets/shared/parts/file-link.tsx';
import { readVisit, readVisitWithKeys, type VisitKeys } from './visit-records.ts';

export const START_INSPECTION = fieldForm({
  command: 'handover/start-inspection',
  load: readVisit,
  facts: () => [],
  start: ({ state }) => ({ onlyDefects: state === 'SNAGS_OPEN' ? 'true' : '' }),
  fields: {
    onlyDefects: {
      kind: 'CHECK',
      label: msg('Only what was a defect last time'),
      isOptional: true,
      isShown: (_values, { state }) => state === 'SNAGS_OPEN',
    },
  },
  input: ({ onlyDefects }, { id }) => ({
    handoverId: id,
    ...(onlyDefects === '' ? {} : { onlyDefects: true }),
  }),
  submit: ({ t }) => t('Start inspection'),
  busy: ({ t }) => t('Starting…'),
  done: ({ t }) => t('The inspection has begun: open it below.'),
});

export function setUpTemplate(locale: string) {
  return fieldForm({
    command: 'handover/set-up-inspection-template',
    load: readVisit,
    facts: () => [],
    explains: (_visit, { t }) =>
      t('Makes a checklist of about forty items, room by room. You change it as you like from there.'),
    start: () => ({}),
    fields: {},
    input: () => ({ language: locale.startsWith('zh') ? ('zh-CN' as const) : ('en' as const) }),
    submit: ({ t }) => t('Set up the usual checklist'),
    busy: ({ t }) => t('Setting up…'),
    done: ({ t }) => t('The checklist is there.'),
  });
}

export const REPORT_SNAG = fieldForm({
  command: 'handover/report-snag',
  load: readVisit,
  facts: () => [],
  start: () => ({ title: '', room: '', severity: 'MINOR', category: 'OTHER', description: '' }),
  fields: {
    title: { kind: 'TEXT', label: msg('What is wrong') },
    room: { kind: 'TEXT', label: msg('Room'), isOptional: true, isShort: true },
    severity: {
      kind: 'CHOICE',
      label: msg('Severity'),
      isShort: true,
      choices: (_visit, t) => choicesOf(SEVERITY_NAMES, t),
    },
    category: {
      kind: 'CHOICE',
      label: msg('Category'),
      choices: (_visit, t) => choicesOf(CATEGORY_NAMES, t),
    },
    description: { kind: 'LONG', label: msg('Description'), isOptional: true },
  },
  input: (values, { id, unitId }) => ({
    unitId: unitId ?? '',
    handoverId: id,
    title: values.title,
    room: given(values.room),
    severity: values.severity as SnagSeverity,
    category: values.category as SnagCategory,
    description: given(values.description),
  }),
  submit: ({ t }) => t('Report snag'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The snag is reported.'),
});

const MOST_SETS = 20;

export const COUNT_KEYS = fieldForm({
  command: 'handover/count-keys',
  load: readVisit,
  facts: () => [],
  start: () => ({ kind: 'DOOR_KEYS', sets: '1', pieces: '1', keptAt: '' }),
  fields: {
    kind: { kind: 'CHOICE', label: msg('Kind'), choices: (_visit, t) => choicesOf(KEY_KIND_LABELS, t) },
    sets: { kind: 'WHOLE', label: msg('How many sets') },
    pieces: { kind: 'WHOLE', label: msg('Pieces in each set') },
    keptAt: { kind: 'TEXT', label: msg('Kept at'), isOptional: true },
  },
  check: ({ sets, pieces }, _visit, { t }) => ({
    ...(Number(sets) < 1 || Number(sets) > MOST_SETS ? { sets: t('Enter 1 to 20.') } : {}),
    ...(Number(pieces) < 1 ? { pieces: t('Enter a whole number.') } : {}),
  }),
  input: ({ kind, sets, pieces, keptAt }, { unitId }) => ({
    unitId: unitId ?? '',
    sets: Array.from({ length: Number(sets) }, () => ({
      kind: kind as KeyKind,
      pieces: Number(pieces),
      ...(keptAt === '' ? {} : { keptAt }),
    })),
  }),
  submit: ({ t }) => t('Count key sets'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The key sets are counted.'),
});

const ALL = 'ALL';
const DONE = 'KEYS_HANDED';

/** Sets that may be moved like this. */
export function movable(keys: readonly VisitKeys[], action: string): VisitKeys[] {
  const to = KEY_ACTION_TO[action as KeyAction];
  return keys.filter(({ state }) => state !== null && KEY_TRANSITIONS[state].includes(to));
}

export const MOVE_KEYS = fieldForm({
  command: 'handover/move-keys',
  load: readVisitWithKeys,
  facts: () => [],
  blocked: ({ keys }, { t }) => (keys.length === 0 ? t('Count the key sets first.') : null),
  explains: ({ state }, { t }) =>
    state === DONE ? null : t('Before the handover is done keys go out as a loan only, say to a contractor.'),
  start: ({ keys, receivedBy }) => ({
    action: movable(keys, 'HAND_OVER').length > 0 ? 'HAND_OVER' : 'RETURN',
    which: ALL,
    handedTo: receivedBy ?? '',
  }),
  fields: {
    action: {
      kind: 'CHOICE',
      label: msg('What happens'),
      choices: (_visit, t) => choicesOf(KEY_ACTION_NAMES, t),
    },
    which: {
      kind: 'CHOICE',
      label: msg('Which sets'),
      missing: msg('No set can be moved like this.'),
      choices: ({ keys }, t, { action }) => {
        const sets = movable(keys, action).slice(0, MOST_SETS);
        const all: [string, string][] =
          sets.length === 0 ? [] : [[ALL, t('All of these: {count}', { count: sets.length })]];
        return [...all, ...sets.map(({ id, name }): [string, string] => [id, name ?? id])];
      },
    },
    handedTo: {
      kind: 'TEXT',
      label: msg('Who signs for them'),
      isShown: ({ action }) => action === 'HAND_OVER',
    },
  },
  follow: (changes) => (changes.action === undefined ? {} : { which: ALL }),
  check: ({ action }, { keys }, { t }) =>
    movable(keys, action).length === 0 ? { which: t('No set can be moved like this.') } : {},
  input: ({ action, which, handedTo }, { id, state, keys }) => ({
    keySetIds:
      which === ALL
        ? movable(keys, action)
            .slice(0, MOST_SETS)
            .map((set) => set.id)
        : [which],
    action: action as KeyAction,
    handedTo: given(handedTo),
    ...(action === 'HAND_OVER' && state === DONE ? { handoverId: id } : {}),
  }),
  submit: ({ t }) => t('Save'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The key sets are moved.'),
});

export const WRITE_PROTOCOL = fieldForm({
  command: 'documents/write-handover-protocol',
  load: readVisit,
  facts: () => [],
  start: ({ contract }) => ({ language: languageOf(contract?.letterLanguage) }),
  fields: { language: { kind: 'CHOICE', label: msg('Language'), choices: () => LANGUAGES } },
  input: ({ language }, { id }) => ({ handoverId: id, language: language as Language }),
  isQuestion: true,
  Outcome: ({ result, words: { t } }) => (
    <FileLink result={result} where={t('It also lies in the Files tab of the handover.')} />
  ),
  submit: ({ t }) => t('Write protocol'),
  busy: ({ t }) => t('Writing…'),
  done: ({ t }) => t('The protocol is written.'),
});
