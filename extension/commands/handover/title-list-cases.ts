/** Rows of a list of titles with the contracts and cases that they mean, and what each would do. Reads only. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { planTitleRow, type TitleRow, type TitleRowPlan } from '#domain/handover/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { currencyOf } from '../ledger/book.ts';
import type { Run } from '../system/command.ts';
import { inputMoney } from '../system/input.ts';
import { newCase } from './open-title-case.ts';
import {
  type Delivered,
  deliveredOf,
  readTitleBooks,
  type TitleBooks,
  type TitleContract,
  titleGround,
  titleToday,
  WITH_BUILDING,
} from './title-ground.ts';

export const ROWS_AT_ONCE = 200;

export type ListedCase = {
  contract: TitleContract;
  delivered: Delivered | null;
  titleCase: RecordOf<'titleCase'> | null;
  isFrozen: boolean;
};

export type ListGround = { byContract: ReadonlyMap<string, ListedCase>; books: TitleBooks };

/** What rows of these contracts are decided on; a few requests, however many there are. */
export async function readListGround(
  store: Pick<Store, 'read'>,
  contracts: readonly TitleContract[],
): Promise<ListGround> {
  const ids = { in: contracts.map(({ id }) => id) };
  const unitIds = { in: contracts.flatMap(({ unitId }) => unitId ?? []) };
  const { cases, handovers, freezes } = await store.read({
    cases: { object: 'titleCase', filter: { contractId: ids } },
    handovers: { object: 'handover', filter: { contractId: ids } },
    freezes: { object: 'unitHold', filter: { unitId: unitIds, kind: 'LEGAL', state: 'ACTIVE' } },
  });
  const books = await readTitleBooks(store, contracts);
  const frozen = new Set(freezes.map(({ unitId }) => unitId));
  const byContract = new Map(
    contracts.map((contract): [string, ListedCase] => [
      contract.id,
      {
        contract,
        delivered: deliveredOf(handovers, contract.id),
        titleCase: cases.find(({ contractId }) => contractId === contract.id) ?? null,
        isFrozen: contract.unit?.state === 'FROZEN' || frozen.has(contract.unitId),
      },
    ]),
  );
  return { byContract, books };
}

/** Contracts by their number, or live ones by the name of their unit. */
export async function contractsNamed(
  store: Pick<Store, 'read'>,
  names: readonly string[],
): Promise<Map<string, TitleContract[]>> {
  const asked = { in: [...new Set(names)] };
  const { byNumber, units } = await store.read({
    byNumber: {
      object: 'contract',
      filter: { name: asked, state: { in: LIVE_CONTRACT_STATES } },
      with: WITH_BUILDING,
    },
    units: { object: 'unit', filter: { name: asked } },
  });
  const { byUnit } = await store.read({
    byUnit: {
      object: 'contract',
      filter: { unitId: { in: units.map(({ id }) => id) }, state: { in: LIVE_CONTRACT_STATES } },
      with: WITH_BUILDING,
    },
  });
  const found = new Map<string, TitleContract[]>();
  for (const name of asked.in) {
    const own = byNumber.filter((one) => one.name === name);
    const ofUnit = byUnit.filter(({ unit }) => unit?.name === name);
    found.set(name, own.length > 0 ? own : ofUnit);
  }
  return found;
}

/** What a row would do to its contract's case, decided as of `now`. */
export function planListedRow(
  run: Pick<Run, 'idFor' | 'now'>,
  row: TitleRow,
  { contract, delivered, titleCase, isFrozen }: ListedCase,
  books: TitleBooks,
): TitleRowPlan {
  if (delivered === null)
    return { outcome: 'WRONG', column: 'name', code: 'NOT_HANDED_OVER', facts: { name: row.name } };
  const today = titleToday(contract, run.now);
  const tax = row.taxAmount === null ? null : inputMoney('taxAmount', row.taxAmount, currencyOf(contract));
  if (tax !== null && isRefused(tax))
    return {
      outcome: 'WRONG',
      column: 'taxAmount',
      code: 'NOT_A_NUMBER',
      facts: { value: row.taxAmount ?? '' },
    };
  const facts = titleCase ?? newCase(run, { contract, delivered });
  const plan = planTitleRow(row, facts, {
    ...titleGround(contract, books, today),
    today,
    taxAmount: tax?.plan ?? null,
    isNew: titleCase === null,
    frozenUnit: isFrozen ? (contract.unit?.name ?? '') : null,
  });
  // A case that is blocked tells what would help.
  return 'code' in plan && plan.code === 'BLOCKED' && titleCase?.state === 'BLOCKED'
    ? { ...plan, facts: { ...plan.facts, detail: titleCase.blockNote } }
    : plan;
}
