/** An engineering change with its answers, as the panel and the forms show it. */
import type {
  ChangeAnswerState,
  EngineeringChangeKind,
  EngineeringChangeState,
  SilenceMeans,
} from '#domain/handover/after-sale-states.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { type Names, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import type { PersonName } from '#widgets/shared/people/person-name.ts';
import { CHANGE_ANSWER_STAGES } from '#workflows/pipeline/change-answer.ts';
import { ENGINEERING_CHANGE_STAGES } from '#workflows/pipeline/engineering-change.ts';

export const CHANGE_STATES = /* @__PURE__ */ namesOf(ENGINEERING_CHANGE_STAGES);
export const ANSWER_STATES = /* @__PURE__ */ namesOf(CHANGE_ANSWER_STAGES);

export const KINDS: Names<EngineeringChangeKind> = {
  DESIGN: msg('Design'),
  MATERIAL: msg('Material'),
  LAYOUT: msg('Layout'),
  EQUIPMENT: msg('Equipment'),
  SCHEDULE: msg('Schedule'),
  OTHER: msg('Other'),
};

export const SILENCES: Names<SilenceMeans> = { ACCEPTED: msg('Acceptance'), OBJECTED: msg('Objection') };

export type ChangeRecord = {
  id: string;
  name: string | null;
  kind: EngineeringChangeKind | null;
  state: EngineeringChangeState | null;
  description: string | null;
  consequence: string | null;
  decidedOn: string | null;
  noticedOn: string | null;
  answerBy: string | null;
  silenceMeans: SilenceMeans | null;
  mayRescind: boolean | null;
  concerned: number | null;
  accepted: number | null;
  objected: number | null;
  silent: number | null;
  project: { id: string; name: string | null } | null;
  building: { id: string; name: string | null } | null;
};

export type AnswerRecord = {
  id: string;
  name: string | null;
  state: ChangeAnswerState | null;
  answeredOn: string | null;
  answeredBy: string | null;
  note: string | null;
  consequence: string | null;
  contract: { id: string; name: string | null } | null;
  unit: { id: string; name: string | null } | null;
  buyer: { id: string; name: PersonName } | null;
};

export const CHANGE_FIELDS = `id name kind state description consequence decidedOn noticedOn answerBy silenceMeans
  mayRescind concerned accepted objected silent project { id name } building { id name }`;
const ANSWER_FIELDS = `id name state answeredOn answeredBy note consequence contract { id name } unit { id name }
  buyer { id name { firstName lastName } }`;

export type ChangePage = { change: ChangeRecord; answers: AnswerRecord[] | null; total: number | null };

/** Null when the change is gone. @throws ApiFailure */
export async function readChange(id: string): Promise<ChangePage | null> {
  const specs = {
    change: {
      root: 'keyturnEngineeringChanges',
      fields: CHANGE_FIELDS,
      filter: `{ id: { eq: ${literal(id)} } }`,
    },
    answers: {
      root: 'keyturnChangeAnswers',
      fields: ANSWER_FIELDS,
      filter: `{ engineeringChangeId: { eq: ${literal(id)} } }`,
      orderBy: '[{ name: AscNullsLast }]',
    },
  } satisfies Record<string, ListSpec>;
  const { records, totals } = await readParts(specs, { needed: 'change', whole: ['answers'] });
  const [change] = records.change as ChangeRecord[];
  if (change === undefined) return null;
  return { change, answers: records.answers as AnswerRecord[] | null, total: totals.answers };
}

export type AnswerSubject = {
  id: string;
  name: string | null;
  state: ChangeAnswerState | null;
  contract: { letterLanguage: 'EN' | 'ZH' | null } | null;
  engineeringChange: Pick<ChangeRecord, 'id' | 'consequence' | 'mayRescind' | 'answerBy' | 'state'> | null;
};

export function readAnswer(id: string): Promise<AnswerSubject | null> {
  const fields =
    'id name state contract { letterLanguage } engineeringChange { id consequence mayRescind answerBy state }';
  return readOne<AnswerSubject>('keyturnChangeAnswers', fields, id);
}

export function readOnlyChange(id: string): Promise<ChangeRecord | null> {
  return readOne<ChangeRecord>('keyturnEngineeringChanges', CHANGE_FIELDS, id);
}
