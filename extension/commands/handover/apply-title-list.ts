/**
 * Carries out rows of a list of titles as they were read; each is decided again, as of now.
 *
 * Changes: the cases of the rows, each by one update; cases that were not open yet; units whose certificate is issued
 * become TITLED. Guard: a case is changed only while it is in the state that was decided on, a contract has one case by
 * its unique key; a row that finds otherwise is reported and nothing of it is written. The request's id is made of the
 * file's digest and its rows, so the same part of the same file is carried out once. After a crash: some rows are
 * carried out; the same request again finds those as the file says and does the rest.
 */
import * as z from 'zod/mini';
import {
  TITLE_DONE,
  TITLE_ROAD,
  type TitleProblem,
  type TitleRow,
  type TitleRowPlan,
  titleProblemText,
} from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, recordId, requestId, requiredText, text } from '../system/input.ts';
import { inTurns } from './in-turns.ts';
import { markTitled } from './move-title-case.ts';
import { type NewCase, newCase } from './open-title-case.ts';
import { WITH_BUILDING } from './title-ground.ts';
import {
  type ListedCase,
  type ListGround,
  planListedRow,
  ROWS_AT_ONCE,
  readListGround,
} from './title-list-cases.ts';

const orNull = { date: z.nullable(date), amount: z.nullable(amount) };

const rowSchema = z.object({
  row: z.int('must be a whole number'),
  contractId: recordId,
  name: text,
  state: z.enum(TITLE_ROAD, `must be one of ${TITLE_ROAD.join(', ')}`),
  taxAmount: orNull.amount,
  taxPaidOn: orNull.date,
  submittedOn: orNull.date,
  registryNumber: text,
  acceptedOn: orNull.date,
  certificateNumber: text,
  issuedOn: orNull.date,
  receivedBy: text,
  deliveredOn: orNull.date,
});

const schema = z.object({
  requestId,
  file: requiredText,
  fileHash: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'must be the digest that reading the file gave')),
  projectId: z.optional(recordId),
  rows: z
    .array(rowSchema)
    .check(z.minLength(1, 'must not be empty'), z.maxLength(ROWS_AT_ONCE, `must be at most ${ROWS_AT_ONCE}`)),
});

type Input = z.infer<typeof schema>;
type Row = Input['rows'][number];
type Planned = { row: Row; listed: ListedCase | null; plan: TitleRowPlan };
type LeftOut = { row: number; name: string; code: string; facts: Record<string, string>; problem: string };
type Answer = { applied: number; opened: number; same: number; leftOut: LeftOut[]; titled: number };

export const applyTitleList: Command<Input, ListGround, Planned[], Answer> = {
  name: 'apply-title-list',
  room: 'handover',
  title: 'Apply title list',
  right: 'handOver',
  schema,
  subject: ({ projectId, rows }) =>
    projectId === undefined
      ? { kind: 'contract', id: rows[0]?.contractId ?? '' }
      : { kind: 'project', id: projectId },

  async load({ store }, { rows }) {
    const { contracts } = await store.read({
      contracts: {
        object: 'contract',
        filter: { id: { in: [...new Set(rows.map(({ contractId }) => contractId))] } },
        with: WITH_BUILDING,
      },
    });
    return { plan: await readListGround(store, contracts) };
  },

  decide(run, { rows }, { byContract, books }): Decision<Planned[]> {
    const seen = new Set<string>();
    for (const { contractId, row } of rows) {
      if (seen.has(contractId))
        return refuse({
          code: 'INVALID_INPUT',
          field: 'rows',
          problem: `name a contract twice (row ${row})`,
        });
      seen.add(contractId);
    }
    return {
      plan: rows.map((row): Planned => {
        const listed = byContract.get(row.contractId) ?? null;
        const plan: TitleRowPlan =
          listed === null
            ? { outcome: 'WRONG', column: 'name', code: 'CONTRACT_UNKNOWN', facts: { name: row.name } }
            : planListedRow(run, row as TitleRow, listed, books);
        return { row, listed, plan };
      }),
    };
  },

  async apply(run, { file, rows }, _ground, planned) {
    const made = await openNew(run, planned);
    const outcomes = await inTurns(planned, (one) => carryRow(run, one, made));
    const titled = await titleUnits(run, planned, outcomes);
    const leftOut = outcomes.flatMap((one) => (one.leftOut === null ? [] : [one.leftOut]));
    // What an earlier run of this request has carried out is as the file says by now.
    const counted = run.isResumed ? ['CHANGED', 'NEW', 'SAME'] : ['CHANGED', 'NEW'];
    const done = outcomes.filter((one) => one.leftOut === null);
    const applied = done.filter(({ outcome }) => counted.includes(outcome)).length;
    const answer = {
      applied,
      opened: made.size,
      same: done.length - applied,
      leftOut,
      titled,
    };
    const rest = leftOut.length === 0 ? '' : ` ${leftOut.length} are left out.`;
    const message = `${applied} of ${rows.length} rows of ${file} are carried out.${rest}`;
    return { plan: { answer, message, after: { ...answer, leftOut: leftOut.length } } };
  },
};

/** Cases that are opened with their row, by the id of the contract; somebody else's are not among them. */
async function openNew(run: Run, planned: readonly Planned[]): Promise<Map<string, NewCase>> {
  const rows = planned.flatMap(({ plan, listed }) =>
    plan.outcome === 'NEW' && listed?.delivered != null
      ? [newCase(run, { contract: listed.contract, delivered: listed.delivered })]
      : [],
  );
  if (rows.length === 0) return new Map();
  const byContract = new Map(rows.map((row) => [row.contractId ?? '', row]));
  if ((await run.store.claim('titleCase', rows)).won) return byContract;
  // Somebody opens some of them at the same moment: those rows are left out, the others are tried once more.
  const { there } = await run.store.read({
    there: { object: 'titleCase', filter: { contractId: { in: [...byContract.keys()] } } },
  });
  for (const { id, contractId } of there)
    if (byContract.get(contractId ?? '')?.id !== id) byContract.delete(contractId ?? '');
  const rest = [...byContract.values()];
  if (rest.length === 0 || (await run.store.claim('titleCase', rest)).won) return byContract;
  return new Map();
}

type Outcome = { outcome: TitleRowPlan['outcome']; leftOut: LeftOut | null };

async function carryRow(run: Run, one: Planned, made: ReadonlyMap<string, NewCase>): Promise<Outcome> {
  const { row, listed, plan } = one;
  if ('code' in plan) return { outcome: plan.outcome, leftOut: leftOutOf(row, plan.code, plan.facts) };
  if (plan.outcome === 'SAME') return { outcome: 'SAME', leftOut: null };
  const titleCase: RecordOf<'titleCase'> | null = listed?.titleCase ?? made.get(row.contractId) ?? null;
  if (titleCase === null) return { outcome: 'WRONG', leftOut: leftOutOf(row, 'CHANGED_MEANWHILE', {}) };
  const { id, state } = titleCase;
  const to = { ...sealedFields('titleCase', titleCase), ...plan.change };
  const changed = await run.store.changeWhere('titleCase', { id, state }, to);
  if (changed.length > 0 || (await isAsWanted(run, one))) return { outcome: plan.outcome, leftOut: null };
  return { outcome: 'WRONG', leftOut: leftOutOf(row, 'CHANGED_MEANWHILE', {}) };
}

/** The same request was sent twice and its twin was faster: the case is as the row says. */
async function isAsWanted(run: Run, { row, listed }: Planned): Promise<boolean> {
  if (listed === null) return false;
  const ground = await readListGround(run.store, [listed.contract]);
  const now = ground.byContract.get(row.contractId);
  if (now?.titleCase == null) return false;
  return planListedRow(run, row as TitleRow, now, ground.books).outcome === 'SAME';
}

function leftOutOf({ row, name }: Row, code: TitleProblem['code'], facts: Record<string, string>): LeftOut {
  return { row, name, code, facts, problem: titleProblemText({ row, column: '', code, facts }) };
}

/** Of the rows that are as the file says: those whose certificate is issued. Resolves to how many units say so now. */
async function titleUnits(
  run: Run,
  planned: readonly Planned[],
  outcomes: readonly Outcome[],
): Promise<number> {
  const unitIds = planned.flatMap(({ row, listed }, index) => {
    const isDone = outcomes[index]?.leftOut === null && TITLE_DONE.includes(row.state);
    const unit = listed?.contract.unit ?? null;
    return isDone && unit?.state === 'HANDED_OVER' ? [unit.id] : [];
  });
  if (unitIds.length > 0) await markTitled(run.store, unitIds);
  return unitIds.length;
}
