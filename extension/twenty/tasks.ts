/**
 * Tasks as Twenty's own records. A task and its link to the record are two writes: what was cut off between
 * them has a task without link, which counts as not known and is completed by the next run.
 */
import type { NewTask, Tasks } from '#port/tasks.ts';
import { asError, dataOrThrow, isDuplicate, type TwentyClient } from './client.ts';
import { singular } from './mapping.ts';

/** Most rows that Twenty takes in one request. */
const ROWS = 200;
/** Somebody else may leave the same tasks at this very moment; then what stands is looked at again. */
const MOST_TRIES = 4;

export function twentyTasks(client: TwentyClient): Tasks {
  const idsThere = async (plural: string, type: string, ids: readonly string[]): Promise<Set<string>> => {
    const found = new Set<string>();
    for (const batch of inBatches(ids)) {
      const query = `query ($filter: ${type}FilterInput) { ${plural}(filter: $filter, first: ${ROWS}) { edges { node { id } } } }`;
      // A deleted one was there once: whoever deleted it does not want it again.
      const either = [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }];
      const data = dataOrThrow(
        await client.graphql(query, { filter: { and: [{ id: { in: batch } }, { or: either }] } }),
      );
      for (const { node } of (data[plural] as { edges: { node: { id: string } }[] }).edges)
        found.add(node.id);
    }
    return found;
  };
  const create = async (plural: string, type: string, rows: readonly { id: string }[]): Promise<number> => {
    let made = 0;
    for (const batch of inBatches(rows)) made += await createBatch(client, plural, type, batch, idsThere);
    return made;
  };
  return {
    async known(tasks) {
      const ids = tasks.map(({ id }) => id);
      const there = await idsThere('tasks', 'Task', ids);
      const left = tasks.filter(({ id }) => there.has(id));
      const linkIds = left.map(({ linkId }) => linkId);
      const links = await idsThere('taskTargets', 'TaskTarget', linkIds);
      return new Set(left.filter(({ linkId }) => links.has(linkId)).map(({ id }) => id));
    },

    async leave(tasks) {
      const members = await membersThere(client, tasks);
      const made = await create(
        'tasks',
        'Task',
        tasks.map((task) => taskRow(task, members)),
      );
      await create('taskTargets', 'TaskTarget', tasks.map(linkRow));
      return made;
    },
  };
}

type IdsThere = (plural: string, type: string, ids: readonly string[]) => Promise<Set<string>>;

/** Creates what is missing. One row that is there refuses all of a request, so only missing ones are sent. */
async function createBatch(
  client: TwentyClient,
  plural: string,
  type: string,
  rows: readonly { id: string }[],
  idsThere: IdsThere,
): Promise<number> {
  const ids = rows.map(({ id }) => id);
  for (let tries = 1; ; tries++) {
    const there = await idsThere(plural, type, ids);
    const missing = rows.filter(({ id }) => !there.has(id));
    if (missing.length === 0) return 0;
    const root = `create${plural.charAt(0).toUpperCase()}${plural.slice(1)}`;
    const document = `mutation ($data: [${type}CreateInput!]!) { ${root}(data: $data) { id } }`;
    const [failure] = (await client.graphql(document, { data: missing })).errors;
    if (failure === undefined) return missing.length;
    if (!isDuplicate(failure) || tries >= MOST_TRIES) throw asError(failure);
  }
}

/** A task of somebody who has left would be refused, and all others of its request with it. */
async function membersThere(client: TwentyClient, tasks: readonly NewTask[]): Promise<Set<string>> {
  const wanted = [...new Set(tasks.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId])))];
  const found = new Set<string>();
  for (const batch of inBatches(wanted)) {
    const query = `query ($filter: WorkspaceMemberFilterInput) { workspaceMembers(filter: $filter, first: ${ROWS}) { edges { node { id } } } }`;
    const data = dataOrThrow(await client.graphql(query, { filter: { id: { in: batch } } }));
    const { edges } = data.workspaceMembers as { edges: { node: { id: string } }[] };
    for (const { node } of edges) found.add(node.id);
  }
  return found;
}

function taskRow({ id, title, text, dueAt, assigneeId }: NewTask, members: ReadonlySet<string>) {
  const assignee = assigneeId !== null && members.has(assigneeId) ? { assigneeId } : {};
  return { id, title, bodyV2: { markdown: text }, dueAt, status: 'TODO', ...assignee };
}

function linkRow({ id, linkId, object, recordId }: NewTask) {
  const name = singular(object);
  const target = `target${name.charAt(0).toUpperCase()}${name.slice(1)}Id`;
  return { id: linkId, taskId: id, [target]: recordId };
}

function inBatches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    rows.slice(index * ROWS, (index + 1) * ROWS),
  );
}
