/**
 * Reads a surveyor's file and calculates the area settlement of every contract in it (D5, G2.11). Nothing is
 * posted: each settlement is looked at, and posted with post-area-settlement.
 *
 * Changes: area settlements that are not posted yet. Guard: one settlement a contract. After a crash: some
 * rows are missing; reading the same file again adds them.
 */
import * as z from 'zod/mini';
import { formatMoney } from '#domain/shared/money.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import { readTable, type TableRow } from '#formats/read-table.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { requiredText } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { refusalText } from '../system/refusal-text.ts';
import { derivedId } from '../system/request-ids.ts';
import { type ContractOfProject, notLive, WITH_PROJECT } from './contract-of.ts';
import { calculated } from './settle-area.ts';

const AT_ONCE = 200;
const MOST_BASE64 = 14_000_000;

const schema = z.object({
  fileName: requiredText,
  contentBase64: z
    .string()
    .check(z.maxLength(MOST_BASE64, 'is larger than 10 MB'), z.minLength(4, 'is empty')),
});

type Row = {
  row: number;
  contract: string;
  measuredArea: string;
  ratioPercent: string | null;
  buyerPays: string | null;
  buyerRefund: string | null;
  problem: string | null;
};
type Answer = { file: string; calculated: number; wrong: number; rows: Row[] };

/** How surveyors and offices call the two columns. */
const CONTRACT = /^(contract( no\.?| number)?|合同(编号|号)?|unit|房号|房源|室号)$/i;
const AREA =
  /^(measured area|registered area|survey(ed)? area|area|实测面积|登记面积|产权面积|测绘面积)(\s*[(（].*[)）])?$/i;
const MOST_HEAD = 30;

export const readAreaSurvey: Question<z.infer<typeof schema>, Answer> = {
  name: 'read-area-survey',
  room: 'ledger',
  rights: ['keepAccounts'],
  schema,

  async answer({ store }, { fileName: file, contentBase64 }) {
    const table = readTable({ fileName: file, bytes: Buffer.from(contentBase64, 'base64') });
    if ('error' in table) {
      const { row = null, problem } = table.error;
      return refuse({ code: 'FILE_UNREADABLE', file, row, problem });
    }
    const cells = measuredRows(table.rows);
    if (cells === null) {
      const problem = 'no row names the columns contract number (or unit) and measured area';
      return refuse({ code: 'FILE_UNREADABLE', file, row: null, problem });
    }
    const rows: Row[] = [];
    for (let at = 0; at < cells.length; at += AT_ONCE)
      rows.push(...(await settleRows(store, cells.slice(at, at + AT_ONCE))));
    const wrong = rows.filter(({ problem }) => problem !== null).length;
    return { plan: { file, calculated: rows.length - wrong, wrong, rows } };
  },
};

type Measured = { line: number; name: string; area: string };

function measuredRows(rows: readonly TableRow[]): Measured[] | null {
  const head = rows
    .slice(0, MOST_HEAD)
    .findIndex(
      ({ cells }) =>
        cells.some((cell) => CONTRACT.test(cell.trim())) && cells.some((cell) => AREA.test(cell.trim())),
    );
  const header = rows[head]?.cells;
  if (header === undefined) return null;
  const nameAt = header.findIndex((cell) => CONTRACT.test(cell.trim()));
  const areaAt = header.findIndex((cell) => AREA.test(cell.trim()));
  return rows
    .slice(head + 1)
    .map(({ line, cells }) => ({
      line,
      name: (cells[nameAt] ?? '').trim(),
      area: (cells[areaAt] ?? '').trim(),
    }))
    .filter(({ name }) => name !== '' && !/^(total|合计|小计)/i.test(name));
}

async function settleRows(store: Store, measured: readonly Measured[]): Promise<Row[]> {
  const names = { in: [...new Set(measured.map(({ name }) => name))] };
  const { byNumber, units } = await store.read({
    byNumber: { object: 'contract', filter: { name: names, state: { not: 'DRAFT' } }, with: WITH_PROJECT },
    units: { object: 'unit', filter: { name: names } },
  });
  const { byUnit } = await store.read({
    byUnit: {
      object: 'contract',
      filter: { unitId: { in: units.map(({ id }) => id) }, state: { not: 'DRAFT' } },
      with: WITH_PROJECT,
    },
  });
  const contracts = [...byNumber, ...byUnit] as ContractOfProject[];
  const { known } = await store.read({
    known: {
      object: 'areaSettlement',
      filter: { contractId: { in: [...new Set(contracts.map(({ id }) => id))] } },
    },
  });
  const created: ({ id: string } & Fields<'areaSettlement'>)[] = [];
  const changes: { record: RecordOf<'areaSettlement'>; to: Fields<'areaSettlement'> }[] = [];
  const rows = measured.map((one): Row => {
    const row = { row: one.line, contract: one.name, measuredArea: one.area };
    const nothing = { ratioPercent: null, buyerPays: null, buyerRefund: null };
    const wrong = (problem: string): Row => ({ ...row, ...nothing, problem });
    if (!/^\d{1,9}(\.\d{1,4})?$/.test(one.area)) return wrong(`"${one.area}" is no area in m²`);
    const found = contractsNamed(contracts, one.name);
    const [contract] = found;
    if (contract === undefined) return wrong('There is no contract of this number or unit');
    if (found.length > 1) return wrong('Several contracts have this unit: give the contract number');
    const refusal = notLive(contract);
    if (refusal !== null) return wrong(refusalText(refusal.refused));
    const settlement = known.find(({ contractId }) => contractId === contract.id);
    if (settlement !== undefined && !['CALCULATED', 'BUYER_MAY_RESCIND'].includes(settlement.state))
      return wrong(`The settlement is ${settlement.state} already`);
    if ([...created, ...changes.map(({ to }) => to)].some(({ contractId }) => contractId === contract.id))
      return wrong('The file has this contract twice');
    const made = calculated(contract, { measuredArea: one.area });
    if (isRefused(made)) return wrong(refusalText(made.refused));
    if (settlement === undefined)
      created.push({ id: derivedId('area settlement', contract.id), ...made.plan });
    else changes.push({ record: settlement, to: made.plan });
    const { ratioPercent, buyerPays, buyerRefund } = made.plan;
    return {
      ...row,
      ratioPercent: (ratioPercent ?? 0).toFixed(4),
      buyerPays: buyerPays === null ? null : formatMoney(buyerPays),
      buyerRefund: buyerRefund === null ? null : formatMoney(buyerRefund),
      problem: null,
    };
  });
  if (created.length > 0) await store.write([{ createMany: 'areaSettlement', rows: created }]);
  if (changes.length > 0) await store.write([{ changeMany: 'areaSettlement', changes }]);
  return rows;
}

function contractsNamed(contracts: readonly ContractOfProject[], name: string): ContractOfProject[] {
  const found = contracts.filter((one) => one.name === name || one.unit?.name === name);
  const live = found.filter((one) => notLive(one) === null);
  const unique = new Map((live.length > 0 ? live : found).map((one) => [one.id, one]));
  return [...unique.values()];
}
