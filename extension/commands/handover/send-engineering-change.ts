/**
 * An engineering change (A015): drafted, and the buyers concerned told.
 *
 * Changes: the change; with the notice it is SENT and each live contract concerned has an answer that is PENDING.
 * Guard: sent only while it is a draft; an answer a change and contract, by its unique key. After a crash: it is SENT
 * and answers are missing; the same request again writes them, and it cannot be closed before.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { decideNotice, type EngineeringChangeKind, type SilenceMeans } from '#domain/handover/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { date, recordId, requestId, requiredText, text } from '../system/input.ts';

const AT_ONCE = 200;
const MOST_UNITS = 500;
const KINDS = [
  'DESIGN',
  'MATERIAL',
  'LAYOUT',
  'EQUIPMENT',
  'SCHEDULE',
  'OTHER',
] as const satisfies readonly EngineeringChangeKind[];
const SILENCES = ['ACCEPTED', 'OBJECTED'] as const satisfies readonly SilenceMeans[];

const draftSchema = z.object({
  requestId,
  projectId: recordId,
  /** Of one building only. */
  buildingId: z.optional(recordId),
  name: requiredText,
  kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`),
  description: requiredText,
  /** What those who object are offered. */
  consequence: z.optional(text),
  decidedOn: z.optional(date),
  silenceMeans: z.enum(SILENCES, `must be one of ${SILENCES.join(', ')}`),
  mayRescind: z.optional(z.boolean()),
});

type DraftInput = z.infer<typeof draftSchema>;
type Place = { project: RecordOf<'project'>; building: RecordOf<'building'> | null };

export const draftEngineeringChange: Command<
  DraftInput,
  Place,
  Place,
  { engineeringChangeId: string; state: string }
> = {
  name: 'draft-engineering-change',
  room: 'handover',
  title: 'Draft engineering change',
  right: 'handOver',
  schema: draftSchema,
  subject: ({ projectId }) => ({ kind: 'project', id: projectId }),

  async load({ store }, { projectId, buildingId }) {
    const { projects, buildings } = await store.read({
      projects: { object: 'project', filter: { id: projectId } },
      buildings: { object: 'building', filter: { id: { in: buildingId === undefined ? [] : [buildingId] } } },
    });
    const [project] = projects;
    const building = buildings[0] ?? null;
    if (project === undefined) return refuse({ code: 'NOT_FOUND', what: 'project', id: projectId });
    if (buildingId !== undefined && building === null)
      return refuse({ code: 'NOT_FOUND', what: 'building', id: buildingId });
    return { plan: { project, building } };
  },

  decide(run, { decidedOn }, { project, building }): Decision<Place> {
    if (building !== null && building.projectId !== project.id)
      return refuse({ code: 'INVALID_INPUT', field: 'buildingId', problem: `is not of ${project.name}` });
    const today = dateIn(run.now, project.timeZone || 'UTC');
    if (decidedOn !== undefined && decidedOn > today)
      return refuse({ code: 'DATE_IN_FUTURE', field: 'decidedOn', date: decidedOn, today });
    return { plan: { project, building } };
  },

  async apply(run, input, _place, { project, building }) {
    const id = run.idFor('engineering change');
    const row: { id: string } & Fields<'engineeringChange'> = {
      id,
      name: input.name,
      projectId: project.id,
      buildingId: building?.id ?? null,
      kind: input.kind,
      state: 'DRAFT',
      description: input.description,
      consequence: input.consequence ?? '',
      decidedOn: input.decidedOn ?? null,
      noticedOn: null,
      answerBy: null,
      silenceMeans: input.silenceMeans,
      mayRescind: input.mayRescind ?? false,
      concerned: 0,
      accepted: 0,
      objected: 0,
      silent: 0,
      seal: null,
    };
    await run.store.write([{ create: 'engineeringChange', row }]);
    const answer = { engineeringChangeId: id, state: 'DRAFT' };
    return {
      plan: { answer, message: `${input.name} is drafted. Send it to tell the buyers.`, after: answer },
    };
  },
};

const sendSchema = z.object({
  requestId,
  engineeringChangeId: recordId,
  noticedOn: date,
  answerBy: date,
  /** Only these units; without them all of the building or project. */
  unitIds: z.optional(
    z
      .array(recordId)
      .check(z.minLength(1, 'must not be empty'), z.maxLength(MOST_UNITS, `must be at most ${MOST_UNITS}`)),
  ),
});

type SendInput = z.infer<typeof sendSchema>;
export type ChangeOfProject = Loaded<'engineeringChange', { project: true }>;
type Snapshot = {
  change: ChangeOfProject;
  contracts: RecordOf<'contract'>[];
  answers: RecordOf<'changeAnswer'>[];
};
type SendAnswer = { engineeringChangeId: string; concerned: number; answerBy: string };

export const sendEngineeringChange: Command<SendInput, Snapshot, RecordOf<'contract'>[], SendAnswer> = {
  name: 'send-engineering-change',
  room: 'handover',
  title: 'Send engineering change',
  right: 'handOver',
  schema: sendSchema,
  subject: ({ engineeringChangeId }) => ({ kind: 'engineeringChange', id: engineeringChangeId }),

  async load({ store }, { engineeringChangeId: id, unitIds }) {
    const { changes, answers } = await store.read({
      changes: { object: 'engineeringChange', filter: { id }, with: { project: true } },
      answers: { object: 'changeAnswer', filter: { engineeringChangeId: id } },
    });
    const [change] = changes;
    if (change === undefined) return refuse({ code: 'NOT_FOUND', what: 'engineering change', id });
    return { plan: { change, answers, contracts: await concernedBy(store, change, unitIds) } };
  },

  decide(run, { noticedOn, answerBy }, { change, contracts, answers }) {
    const isOwn = run.isResumed && change.state === 'SENT';
    const today = todayOfChange(change, run.now);
    const refusal = isOwn
      ? null
      : decideNotice(change, { noticedOn, answerBy, today, concerned: contracts.length });
    if (refusal !== null) return refuse(refusal);
    const told = new Set(answers.map(({ contractId }) => contractId));
    return { plan: contracts.filter(({ id }) => !told.has(id)) };
  },

  async apply(run, { noticedOn, answerBy }, { change, answers }, contracts) {
    const { id, name, state } = change;
    const concerned = answers.length + contracts.length;
    const to = { state: 'SENT', noticedOn, answerBy, concerned } as const;
    const sealed = { ...sealedFields('engineeringChange', change), ...to };
    const sent = await run.store.changeWhere('engineeringChange', { id, state }, sealed);
    if (sent.length === 0) return refuse({ code: 'BUSY', what: name });
    for (let at = 0; at < contracts.length; at += AT_ONCE) {
      const rows = contracts.slice(at, at + AT_ONCE).map((one) => answerRow(run, change, one));
      await run.store.write([{ createMany: 'changeAnswer', rows }]);
    }
    const answer = { engineeringChangeId: id, concerned, answerBy };
    const message = `${name} is sent: ${concerned} buyers are asked, until ${answerBy}.`;
    return { plan: { answer, message, before: { state }, after: answer } };
  },
};

export function todayOfChange({ project }: ChangeOfProject, now: Date) {
  return dateIn(now, project?.timeZone || 'UTC');
}

async function concernedBy(
  store: Pick<Store, 'read'>,
  { projectId, buildingId }: ChangeOfProject,
  unitIds: readonly string[] | undefined,
): Promise<RecordOf<'contract'>[]> {
  const place = buildingId === null ? { projectId } : { buildingId };
  const { units } = await store.read({
    units: {
      object: 'unit',
      filter: { ...place, ...(unitIds === undefined ? {} : { id: { in: unitIds } }) },
    },
  });
  const contracts: RecordOf<'contract'>[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE) {
    const unitId = { in: units.slice(at, at + AT_ONCE).map(({ id }) => id) };
    const { live } = await store.read({
      live: { object: 'contract', filter: { unitId, state: { in: LIVE_CONTRACT_STATES } } },
    });
    contracts.push(...live);
  }
  return contracts;
}

function answerRow(
  run: Run,
  change: ChangeOfProject,
  { id, name, unitId, buyerId }: RecordOf<'contract'>,
): { id: string } & Partial<Fields<'changeAnswer'>> {
  return {
    id: run.idFor(`answer ${id}`),
    name: `${name} · ${change.name}`,
    engineeringChangeId: change.id,
    contractId: id,
    unitId,
    buyerId,
    state: 'PENDING',
    answeredOn: null,
    answeredBy: '',
    note: '',
    consequence: '',
    answerKey: `${change.id}:${id}`,
  };
}
