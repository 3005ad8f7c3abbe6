/**
 * Reads a price list (H2.2). A dry run says what it would change; otherwise the list becomes a DRAFT price
 * scheme of the next version, unless a row is wrong. No unit is touched: activating the scheme does that.
 * A price list never changes what a unit is: its areas are compared with the unit's, not written.
 *
 * Changes: a price scheme with its prices. Guard: its id is made of project and file, so the same file is the
 * same scheme; project and version are unique. After a crash: some prices are missing, and the scheme cannot
 * be activated; reading the same file again adds them.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import {
  blockedBy,
  outcomeOf,
  type PriceDiff,
  type PriceRow,
  priceDiff,
  priceProblemText,
  type ReadPriceList,
  readPriceList as readRows,
} from '#domain/inventory/index.ts';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { readTable } from '#formats/read-table.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { date, recordId, requiredText } from '../system/input.ts';
import type { Asked, Question } from '../system/question.ts';
import { derivedId } from '../system/request-ids.ts';
import { projectUnits } from './unit-prices.ts';

const MOST_BASE64 = 14_000_000;

const schema = z.object({
  /** The project that the list is of, or a price scheme of it; the newest table in its Files tab is read. */
  projectId: z.optional(recordId),
  priceSchemeId: z.optional(recordId),
  /** Which file of the record; or, with its content, the file itself. */
  fileName: z.optional(requiredText),
  contentBase64: z.optional(
    z.string().check(z.maxLength(MOST_BASE64, 'is larger than 10 MB'), z.minLength(4, 'is empty')),
  ),
  isDryRun: z.optional(z.boolean()),
  /** What the totals of the list are rounded to. */
  rounding: z.optional(z.enum(['0.01', '1', '10', '100', '1000'], 'must be one of 0.01, 1, 10, 100, 1000')),
  decimalMark: z.optional(z.enum(['.', ','], 'must be . or ,')),
  effectiveFrom: z.optional(date),
});

type Input = z.infer<typeof schema>;

type ShownChange = {
  row: number;
  unit: string;
  outcome: string;
  before: string | null;
  after: string;
  blockedBy: string;
};
type Answer = {
  file: string;
  priceSchemeId: string | null;
  priceScheme: string | null;
  state: string | null;
  /** This file was read before, and the scheme is the one that was made of it. */
  isKnown: boolean;
  isDryRun: boolean;
  rows: number;
  skipped: number;
  ignoredColumns: string[];
  wrong: number;
  problems: { row: number; column: string; code: string; facts: Record<string, string>; problem: string }[];
  counts: PriceDiff['counts'];
  changes: ShownChange[];
  currency: string;
  amountBefore: string;
  amountAfter: string;
  averageBefore: string | null;
  averageAfter: string | null;
};

/** So many are in the answer: a function may answer about 100 KB. */
const MOST_PROBLEMS = 100;
const MOST_CHANGES = 150;
const TABLE_FILE = /\.(xlsx|csv|tsv|txt)$/i;

export const readPriceList: Question<Input, Answer> = {
  name: 'read-price-list',
  room: 'inventory',
  rights: ['controlSales'],
  schema,

  async answer(asked, input) {
    const given = await fileOf(asked, input);
    if (isRefused(given)) return given;
    const { project, bytes, file } = given.plan;
    const read = await readFile(asked.store, given.plan, input);
    if (isRefused(read)) return read;
    const { rows, problems } = read.plan;
    const diff = priceDiff(rows, project.currencyCode);
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    const { schemes } = await asked.store.read({
      schemes: { object: 'priceScheme', filter: { projectId: project.id } },
    });
    const id = schemeId(project.id, fileHash, schemes);
    const known = schemes.find((one) => one.id === id) ?? null;
    const isDryRun = input.isDryRun ?? false;
    // What was activated is settled; a draft may still lack prices that a crash kept from being written.
    const isOpen = known === null || known.state === 'DRAFT';
    let scheme = known;
    if (!isDryRun && isOpen && problems.length === 0 && rows.length > 0) {
      const effectiveFrom = input.effectiveFrom ?? dateIn(asked.clock.now(), project.timeZone || 'UTC');
      const kept = await keep(asked.store, {
        id,
        project,
        schemes,
        known,
        rows,
        diff,
        more: { effectiveFrom, source: file, fileHash },
      });
      if (isRefused(kept)) return kept;
      scheme = kept.plan;
    }
    return { plan: answerOf({ file, scheme, isKnown: known !== null, isDryRun, diff, ...read.plan }) };
  },
};

type Project = RecordOf<'project'>;
type Given = { project: Project; bytes: Uint8Array; file: string };

async function fileOf({ store, files }: Asked, input: Input): Promise<Decision<Given>> {
  const { projectId, priceSchemeId, contentBase64 } = input;
  const { schemes } = await store.read({
    schemes: { object: 'priceScheme', filter: { id: { in: priceSchemeId ? [priceSchemeId] : [] } } },
  });
  if (priceSchemeId !== undefined && schemes.length === 0)
    return refuse({ code: 'NOT_FOUND', what: 'price scheme', id: priceSchemeId });
  const id = projectId ?? schemes[0]?.projectId ?? null;
  if (id === null) return refuse({ code: 'INVALID_INPUT', field: 'projectId', problem: 'is missing' });
  const { projects } = await store.read({ projects: { object: 'project', filter: { id } } });
  const [project] = projects;
  if (project === undefined) return refuse({ code: 'NOT_FOUND', what: 'project', id });
  if (!/^[A-Z]{3}$/.test(project.currencyCode)) {
    const problem = 'of the project must be a currency code like EUR';
    return refuse({ code: 'INVALID_INPUT', field: 'currencyCode', problem });
  }
  if (contentBase64 !== undefined) {
    const bytes = Buffer.from(contentBase64, 'base64');
    return { plan: { project, bytes, file: input.fileName ?? 'price list' } };
  }
  const attached =
    priceSchemeId === undefined
      ? await files.attached('project', id)
      : await files.attached('priceScheme', priceSchemeId);
  const file = attached.find(({ name }) =>
    input.fileName === undefined ? TABLE_FILE.test(name) : name === input.fileName,
  );
  if (file === undefined) {
    const problem = 'it has no price list. Drop the file (.xlsx or .csv) into the Files tab';
    return refuse({ code: 'FILE_UNREADABLE', file: project.name, row: null, problem });
  }
  return { plan: { project, bytes: await files.read(file), file: file.name } };
}

async function readFile(
  store: Store,
  { project, bytes, file }: Given,
  { rounding = '0.01', decimalMark = '.' }: Input,
): Promise<Decision<ReadPriceList & { currency: string }>> {
  const table = readTable({ fileName: file, bytes });
  if ('error' in table) {
    const { row = null, problem } = table.error;
    return refuse({ code: 'FILE_UNREADABLE', file, row, problem });
  }
  const units = await projectUnits(store, project.id);
  const { name, code, currencyCode: currency } = project;
  const read = readRows(table.rows, units, { project: { name, code, currency }, rounding, decimalMark });
  if (read === null) {
    const problem = 'no row names the columns unit and price';
    return refuse({ code: 'FILE_UNREADABLE', file, row: null, problem });
  }
  if (read.rows.length + read.problems.length === 0)
    return refuse({ code: 'FILE_UNREADABLE', file, row: null, problem: 'it has no row with a unit' });
  return { plan: { ...read, currency } };
}

/** A retired scheme is history: the same file makes a new one then, with the next version. */
function schemeId(projectId: string, fileHash: string, schemes: readonly RecordOf<'priceScheme'>[]): string {
  const retired = schemes.filter((one) => one.fileHash === fileHash && one.state === 'RETIRED').length;
  return derivedId('price scheme', projectId, fileHash, String(retired));
}

type Kept = {
  id: string;
  project: Project;
  schemes: readonly RecordOf<'priceScheme'>[];
  known: RecordOf<'priceScheme'> | null;
  rows: readonly PriceRow[];
  diff: PriceDiff;
  more: { effectiveFrom: PlainDate; source: string; fileHash: string };
};

/** Two lists that are read at the same time would have the same version: the later one takes the next. */
const MOST_TRIES = 5;

async function keep(store: Store, kept: Kept): Promise<Decision<RecordOf<'priceScheme'>>> {
  const { id, project, known, rows } = kept;
  let [scheme, schemes] = [known, kept.schemes];
  for (let tries = 0; scheme === null; tries++) {
    if (tries === MOST_TRIES) return refuse({ code: 'BUSY', what: project.name });
    const version = Math.max(0, ...schemes.map((one) => one.version ?? 0)) + 1;
    const { won } = await store.claim('priceScheme', [{ id, ...schemeRow(kept, version) }]);
    ({ schemes } = await store.read({
      schemes: { object: 'priceScheme', filter: { projectId: project.id } },
    }));
    // Won, or made of the same file by somebody else at the same time.
    scheme = schemes.find((one) => one.id === id) ?? null;
    if (won && scheme === null) throw new Error(`The price scheme ${id} cannot be read`);
  }
  const { there } = await store.read({
    there: { object: 'priceSchemeItem', filter: { priceSchemeId: known === null ? { in: [] } : id } },
  });
  const written = new Set(there.map((item) => item.id));
  const items = rows.map((row) => itemRow(id, row)).filter((row) => !written.has(row.id));
  if (items.length > 0) await store.write([{ createMany: 'priceSchemeItem', rows: items }]);
  return { plan: scheme };
}

function schemeRow({ project, rows, diff, more }: Kept, version: number): Partial<Fields<'priceScheme'>> {
  const { counts, ...amounts } = diff;
  return {
    name: `${project.name} · ${version}`,
    projectId: project.id,
    version,
    state: 'DRAFT',
    rows: rows.length,
    newPrices: counts.NEW,
    changedPrices: counts.CHANGED,
    samePrices: counts.SAME,
    blockedPrices: counts.BLOCKED,
    schemeKey: `${project.id}:${version}`,
    ...amounts,
    ...more,
  };
}

function itemRow(priceSchemeId: string, row: PriceRow): { id: string } & Partial<Fields<'priceSchemeItem'>> {
  const { unit, unitPrice, listPrice, floorPrice, filedPrice, remark } = row;
  return {
    id: derivedId('price scheme item', priceSchemeId, unit.id),
    name: `${unit.name} · ${formatMoney(listPrice)}`,
    priceSchemeId,
    unitId: unit.id,
    outcome: outcomeOf(row),
    rowNumber: row.row,
    unitPrice,
    listPrice,
    floorPrice,
    filedPrice,
    listBefore: unit.listPrice,
    floorBefore: unit.floorPrice,
    filedBefore: unit.filedPrice,
    blockedBy: blockedBy(unit) ?? '',
    remark,
  };
}

type Told = Omit<ReadPriceList, 'ignored'> & {
  ignored: string[];
  currency: string;
  file: string;
  scheme: RecordOf<'priceScheme'> | null;
  isKnown: boolean;
  isDryRun: boolean;
  diff: PriceDiff;
};

function answerOf({ scheme, rows, problems, ignored, diff, ...told }: Told): Answer {
  const { counts, amountBefore, amountAfter, averageBefore, averageAfter } = diff;
  return {
    file: told.file,
    priceSchemeId: scheme?.id ?? null,
    priceScheme: scheme?.name ?? null,
    state: scheme?.state ?? null,
    isKnown: told.isKnown,
    isDryRun: told.isDryRun,
    rows: rows.length,
    skipped: told.skipped,
    ignoredColumns: ignored.slice(0, 20),
    wrong: new Set(problems.map(({ row }) => row)).size,
    problems: problems.slice(0, MOST_PROBLEMS).map((one) => ({ ...one, problem: priceProblemText(one) })),
    counts,
    changes: shownChanges(rows),
    currency: told.currency,
    amountBefore: formatMoney(amountBefore),
    amountAfter: formatMoney(amountAfter),
    averageBefore: decimalText(averageBefore),
    averageAfter: decimalText(averageAfter),
  };
}

function decimalText(amount: Money | null): string | null {
  return amount === null ? null : formatMoney(amount);
}

/** What is blocked first, then what changes; what stays the same is only counted. */
function shownChanges(rows: readonly PriceRow[]): ShownChange[] {
  const all = rows.map((row) => ({ row, outcome: outcomeOf(row) }));
  const told = [
    ...all.filter((one) => one.outcome === 'BLOCKED'),
    ...all.filter((one) => one.outcome !== 'BLOCKED'),
  ];
  return told
    .filter(({ outcome }) => outcome !== 'SAME')
    .slice(0, MOST_CHANGES)
    .map(({ row: { row, unit, listPrice }, outcome }) => ({
      row,
      unit: unit.name,
      outcome,
      before: decimalText(unit.listPrice),
      after: formatMoney(listPrice),
      blockedBy: blockedBy(unit) ?? '',
    }));
}
