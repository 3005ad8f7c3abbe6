/** A list of titles read and carried out part by part; pure but for the commands that it is given. */
import { sha256 } from '#domain/shared/sha-256.ts';
import type { CommandAnswer, CommandInputs } from '#widgets/shared/api/commands.ts';
import type { ShownProblem } from './problem-texts.ts';

export type Outcome = 'NEW' | 'CHANGED' | 'SAME' | 'BLOCKED' | 'WRONG';
export type ShownRow = {
  row: number;
  name: string;
  outcome: Outcome;
  state: string;
  before: string | null;
};

export type Part = { fileHash: string; rows: { row: number }[] };

export type ReadList = {
  file: string;
  rows: number;
  seen: number;
  counts: Record<Outcome, number>;
  parts: Part[];
  shown: ShownRow[];
  problems: ShownProblem[];
  ignored: string[];
};

export const NOTHING_READ: ReadList = {
  file: '',
  rows: 0,
  seen: 0,
  counts: { NEW: 0, CHANGED: 0, SAME: 0, BLOCKED: 0, WRONG: 0 },
  parts: [],
  shown: [],
  problems: [],
  ignored: [],
};

const MOST_SHOWN = 60;
const OUTCOMES: readonly Outcome[] = ['NEW', 'CHANGED', 'SAME', 'BLOCKED', 'WRONG'];

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

/** Adds the answer of one part of titles/read-title-list; `next` is where the following one begins. */
export function withPart(
  so: ReadList,
  result: Record<string, unknown>,
): { read: ReadList; next: number | null } {
  const counts = (result.counts ?? {}) as Partial<Record<Outcome, number>>;
  const added = Object.fromEntries(
    OUTCOMES.map((one) => [one, so.counts[one] + Number(counts[one] ?? 0)]),
  ) as Record<Outcome, number>;
  const ready = listOf<{ row: number }>(result.ready);
  const shown = listOf<ShownRow>(result.shown).filter(
    ({ outcome }) => outcome === 'NEW' || outcome === 'CHANGED',
  );
  return {
    read: {
      file: String(result.file ?? ''),
      rows: Number(result.rows ?? 0),
      seen: OUTCOMES.reduce((sum, one) => sum + added[one], 0),
      counts: added,
      parts:
        ready.length === 0 ? so.parts : [...so.parts, { fileHash: String(result.fileHash), rows: ready }],
      shown: [...so.shown, ...shown].slice(0, MOST_SHOWN),
      problems: [...so.problems, ...listOf<ShownProblem>(result.problems)],
      ignored: listOf<string>(result.ignoredColumns),
    },
    next: typeof result.next === 'number' ? result.next : null,
  };
}

/** The same part of the same file is the same request, in whichever window it is carried out. */
export function requestIdOf({ fileHash, rows }: Part): string {
  return `titles-${sha256(JSON.stringify([fileHash, rows])).slice(0, 40)}`;
}

export type Applied = { applied: number; of: number; leftOut: ShownProblem[] };

export function withApplied(so: Applied, result: Record<string, unknown>): Applied {
  const leftOut = listOf<ShownProblem>(result.leftOut).map((one) => ({ ...one, column: '' }));
  return { ...so, applied: so.applied + Number(result.applied ?? 0), leftOut: [...so.leftOut, ...leftOut] };
}

type Give = <N extends 'titles/read-title-list' | 'handover/apply-title-list'>(
  name: N,
  input: CommandInputs[N],
  requestId: string,
) => Promise<CommandAnswer>;

/** Reads part by part; stops at the first answer that is none. */
export async function readAll(
  give: Give,
  input: CommandInputs['titles/read-title-list'],
  newId: () => string,
  told: (read: ReadList) => void,
): Promise<CommandAnswer> {
  let [read, from] = [NOTHING_READ, 0];
  for (;;) {
    const answer = await give('titles/read-title-list', { ...input, from }, newId());
    if (answer.kind !== 'DONE') return answer;
    const part = withPart(read, answer.result);
    read = part.read;
    told(read);
    if (part.next === null || part.next <= from) return answer;
    from = part.next;
  }
}

/** Carries out part by part. What was cut off is given again with the same id, so nothing is done twice. */
export async function applyAll(
  give: Give,
  { file, parts }: Pick<ReadList, 'file' | 'parts'>,
  projectId: string,
  told: (applied: Applied) => void,
): Promise<CommandAnswer | null> {
  let so: Applied = { applied: 0, of: parts.reduce((sum, { rows }) => sum + rows.length, 0), leftOut: [] };
  told(so);
  let last: CommandAnswer | null = null;
  for (const part of parts) {
    const { fileHash, rows } = part;
    last = await give('handover/apply-title-list', { file, fileHash, projectId, rows }, requestIdOf(part));
    if (last.kind !== 'DONE') return last;
    so = withApplied(so, last.result);
    told(so);
  }
  return last;
}
