/**
 * Reads a list of titles from a registry or an agent (CSV, XLSX or pasted rows): what each row would do to which case,
 * and what is wrong with it. Writes nothing: `apply-title-list` carries out the rows that are ready. So many rows a
 * request; `next` says from where to go on.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import {
  type ReadTitleList,
  readTitleList as readRows,
  type TitleColumn,
  type TitleProblem,
  type TitleProblemCode,
  type TitleRow,
  titleProblemText,
} from '#domain/handover/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { readTable } from '#formats/read-table.ts';
import { recordId, requiredText } from '../system/input.ts';
import type { Asked, Question } from '../system/question.ts';
import { derivedId } from '../system/request-ids.ts';
import { contractsNamed, planListedRow, ROWS_AT_ONCE, readListGround } from './title-list-cases.ts';

const MOST_BASE64 = 14_000_000;
const TABLE_FILE = /\.(xlsx|csv|tsv|txt)$/i;
/** So many are in the answer: a function may answer about 100 KB. */
const MOST_PROBLEMS = 100;

const schema = z.object({
  /** The newest table in the Files tab of the project is read; or the content itself. */
  projectId: z.optional(recordId),
  fileName: z.optional(requiredText),
  contentBase64: z.optional(
    z.string().check(z.maxLength(MOST_BASE64, 'is larger than 10 MB'), z.minLength(4, 'is empty')),
  ),
  decimalMark: z.optional(z.enum(['.', ','], 'must be . or ,')),
  dateOrder: z.optional(z.enum(['DMY', 'MDY', 'YMD'], 'must be one of DMY, MDY, YMD')),
  /** How many rows to pass over: where the answer before ended. */
  from: z.optional(z.int('must be a whole number').check(z.gte(0, 'must not be below zero'))),
});

type Input = z.infer<typeof schema>;

export type ShownRow = {
  row: number;
  name: string;
  outcome: string;
  state: string;
  before: string | null;
  problem: string;
};
type Problem = TitleProblem & { problem: string };
/** What `apply-title-list` takes. */
export type ReadyRow = TitleRow & { contractId: string };
type Answer = {
  file: string;
  fileHash: string;
  /** Of the whole file. */
  rows: number;
  ignoredColumns: string[];
  /** Of this part of it. */
  counts: { NEW: number; CHANGED: number; SAME: number; BLOCKED: number; WRONG: number };
  ready: ReadyRow[];
  shown: ShownRow[];
  problems: Problem[];
  next: number | null;
};

export const readTitleList: Question<Input, Answer> = {
  name: 'read-title-list',
  room: 'handover',
  rights: ['handOver'],
  schema,

  async answer(asked, input) {
    const given = await fileOf(asked, input);
    if (isRefused(given)) return given;
    const { file, bytes } = given.plan;
    const table = readTable({ fileName: file, bytes });
    if ('error' in table) {
      const { row = null, problem } = table.error;
      return refuse({ code: 'FILE_UNREADABLE', file, row, problem });
    }
    const { decimalMark = '.', dateOrder = null, from = 0 } = input;
    const read = readRows(table.rows, { decimalMark, dateOrder });
    if (read === null) {
      const problem = 'no row names the columns contract (or unit) and a state, number or date';
      return refuse({ code: 'FILE_UNREADABLE', file, row: null, problem });
    }
    const part = await planPart(asked, read, from);
    const more = from + ROWS_AT_ONCE < read.rows.length;
    // What is wrong with the cells is told once, with the first part.
    const problems = [...(from === 0 ? read.problems.map(worded) : []), ...part.problems];
    const wrong = new Set(from === 0 ? read.problems.map(({ row }) => row) : []).size;
    return {
      plan: {
        file,
        fileHash: createHash('sha256').update(bytes).digest('hex'),
        rows: read.rows.length + new Set(read.problems.map(({ row }) => row)).size,
        ignoredColumns: read.ignored.slice(0, 20),
        counts: { ...part.counts, WRONG: part.counts.WRONG + wrong },
        ready: part.ready,
        shown: part.shown,
        problems: problems.slice(0, MOST_PROBLEMS),
        next: more ? from + ROWS_AT_ONCE : null,
      },
    };
  },
};

function worded(one: TitleProblem): Problem {
  return { ...one, problem: titleProblemText(one) };
}

async function fileOf(
  { store, files }: Asked,
  { projectId, fileName, contentBase64 }: Input,
): Promise<Decision<{ file: string; bytes: Uint8Array }>> {
  if (contentBase64 !== undefined)
    return { plan: { file: fileName ?? 'title list', bytes: Buffer.from(contentBase64, 'base64') } };
  if (projectId === undefined)
    return refuse({ code: 'INVALID_INPUT', field: 'projectId', problem: 'is missing' });
  const { projects } = await store.read({ projects: { object: 'project', filter: { id: projectId } } });
  const [project] = projects;
  if (project === undefined) return refuse({ code: 'NOT_FOUND', what: 'project', id: projectId });
  const attached = await files.attached('project', projectId);
  const file = attached.find(({ name }) =>
    fileName === undefined ? TABLE_FILE.test(name) : name === fileName,
  );
  if (file === undefined) {
    const problem = 'it has no list of titles. Drop the file (.xlsx or .csv) into the Files tab';
    return refuse({ code: 'FILE_UNREADABLE', file: project.name, row: null, problem });
  }
  return { plan: { file: file.name, bytes: await files.read(file) } };
}

type Part = Pick<Answer, 'counts' | 'ready' | 'shown' | 'problems'>;

async function planPart({ store, clock }: Asked, read: ReadTitleList, from: number): Promise<Part> {
  const rows = read.rows.slice(from, from + ROWS_AT_ONCE);
  const named = await contractsNamed(
    store,
    rows.map(({ name }) => name),
  );
  const contracts = [...new Map([...named.values()].flat().map((one) => [one.id, one])).values()];
  const ground = await readListGround(store, contracts);
  // Nothing is made here, so no id of a new case is kept.
  const run = { now: clock.now(), idFor: (name: string) => derivedId('title list', name) };
  const part: Part = {
    counts: { NEW: 0, CHANGED: 0, SAME: 0, BLOCKED: 0, WRONG: 0 },
    ready: [],
    shown: [],
    problems: [],
  };
  const rowOf = new Map<string, number>();
  for (const row of rows) {
    const tell = (
      outcome: 'BLOCKED' | 'WRONG',
      column: TitleColumn,
      code: TitleProblemCode,
      facts: Record<string, string>,
    ) => {
      const problem = worded({ row: row.row, column: read.columns[column]?.heading ?? '', code, facts });
      part.counts[outcome]++;
      part.problems.push(problem);
      part.shown.push(shownRow(row, outcome, null, problem.problem));
    };
    const found = named.get(row.name) ?? [];
    const [contract] = found;
    const listed = contract === undefined ? undefined : ground.byContract.get(contract.id);
    const other = contract === undefined ? undefined : rowOf.get(contract.id);
    if (contract === undefined || listed === undefined)
      tell('WRONG', 'name', 'CONTRACT_UNKNOWN', { name: row.name });
    else if (found.length > 1)
      tell('WRONG', 'name', 'SEVERAL_CONTRACTS', { name: row.name, count: String(found.length) });
    else if (other !== undefined) tell('WRONG', 'name', 'TWICE', { name: row.name, other: String(other) });
    else {
      rowOf.set(contract.id, row.row);
      const plan = planListedRow(run, row, listed, ground.books);
      if ('code' in plan) tell(plan.outcome, plan.column, plan.code, plan.facts);
      else {
        part.counts[plan.outcome]++;
        if (plan.outcome === 'SAME') continue;
        part.ready.push({ ...row, contractId: contract.id });
        part.shown.push(shownRow(row, plan.outcome, listed.titleCase?.state ?? null, ''));
      }
    }
  }
  return part;
}

function shownRow(
  { row, name, state }: TitleRow,
  outcome: string,
  before: string | null,
  problem: string,
): ShownRow {
  return { row, name, outcome, state, before, problem };
}
