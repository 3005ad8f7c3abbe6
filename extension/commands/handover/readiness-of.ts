/**
 * What the readiness of homes is decided on (C4), for one contract or many, in two groups of reads. Reads only;
 * the rules are `readiness` and `duesAt` of the domain.
 */

import { type Dues, duesAt, type ReadinessItem, readiness } from '#domain/handover/index.ts';
import { labelOf } from '#domain/ledger/index.ts';
import { zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { AnyRead, Store } from '#port/store.ts';
import { type Book, currencyOf, isClosed, replayBook } from '../ledger/book.ts';
import { CALENDAR_QUERY, calendarOf } from '../ledger/plan-records.ts';

const WITH_PLACE = {
  unit: { project: true, building: true },
  buyer: true,
  company: true,
} as const;

export type ReadyContract = Loaded<'contract', typeof WITH_PLACE>;

export type ReadinessSnapshot = {
  contract: ReadyContract;
  book: Book;
  handover: RecordOf<'handover'> | null;
  batch: RecordOf<'handoverBatch'> | null;
  calendarDays: RecordOf<'calendarDay'>[];
  settlement: RecordOf<'areaSettlement'> | null;
  inspections: RecordOf<'inspection'>[];
  hasTemplate: boolean;
  snags: RecordOf<'snag'>[];
  keySets: RecordOf<'keySet'>[];
  areKeysCounted: boolean;
};

/** At most so many contracts at a time: each brings its whole book along. */
export const MOST_CONTRACTS = 50;

export async function readReadiness(
  store: Pick<Store, 'read'>,
  contractIds: readonly string[],
): Promise<ReadinessSnapshot[]> {
  const ids = { in: contractIds };
  const first = await store.read({
    contracts: { object: 'contract', filter: { id: ids }, with: WITH_PLACE },
    installments: { object: 'installment', filter: { contractId: ids } },
    allocations: { object: 'allocation', filter: { contractId: ids } },
    receipts: { object: 'receipt', filter: { contractId: ids } },
    refunds: { object: 'refund', filter: { contractId: ids } },
    adjustments: { object: 'adjustment', filter: { contractId: ids } },
    lateFeeEntries: { object: 'lateFeeEntry', filter: { contractId: ids } },
    handovers: { object: 'handover', filter: { contractId: ids }, with: { batch: true } },
    settlements: { object: 'areaSettlement', filter: { contractId: ids } },
    templates: { object: 'inspectionTemplate', filter: { isActive: true } },
    ...CALENDAR_QUERY,
  });
  const { contracts, handovers, settlements, templates, calendarDays, ...books } = first;
  const { inspections, snags, keySets, counted } = await readHomes(store, contracts, handovers);
  return contracts.map((contract) => {
    const own = <R extends { contractId: string | null }>(rows: readonly R[]) =>
      rows.filter(({ contractId }) => contractId === contract.id);
    const handover = own(handovers)[0] ?? null;
    const { unit } = contract;
    return {
      contract,
      handover,
      batch: handover?.batch ?? null,
      calendarDays,
      book: {
        installments: own(books.installments),
        allocations: own(books.allocations),
        receipts: own(books.receipts),
        refunds: own(books.refunds),
        adjustments: own(books.adjustments),
        lateFeeEntries: own(books.lateFeeEntries),
      },
      settlement: own(settlements)[0] ?? null,
      // One of the home before a change of the unit says nothing of this one.
      inspections: inspections.filter(
        ({ handoverId, unitId }) => handoverId === handover?.id && unitId === contract.unitId,
      ),
      hasTemplate: templates.some(({ projectId }) => projectId === null || projectId === unit?.projectId),
      snags: snags.filter(({ unitId }) => unitId === contract.unitId),
      keySets: keySets.filter(({ unitId }) => unitId === contract.unitId),
      areKeysCounted: counted.has(unit?.buildingId ?? ''),
    };
  });
}

/** What hangs on the homes and their appointments, and in which buildings keys are counted at all. */
async function readHomes(
  store: Pick<Store, 'read'>,
  contracts: readonly ReadyContract[],
  handovers: readonly RecordOf<'handover'>[],
) {
  const unitId = { in: contracts.flatMap((one) => one.unitId ?? []) };
  const buildings = [...new Set(contracts.flatMap(({ unit }) => unit?.buildingId ?? []))];
  const anyKeys = Object.fromEntries(
    buildings.map((buildingId, index): [string, AnyRead] => [
      `keys${index}`,
      { object: 'keySet', filter: { unit: { buildingId } }, limit: 1 },
    ]),
  );
  const second = await store.read({
    inspections: { object: 'inspection', filter: { handoverId: { in: handovers.map(({ id }) => id) } } },
    snags: { object: 'snag', filter: { unitId, severity: 'BLOCKING' } },
    keySets: { object: 'keySet', filter: { unitId } },
    ...anyKeys,
  });
  const rows = second as unknown as Record<string, unknown[]>;
  const counted = new Set(buildings.filter((_, index) => (rows[`keys${index}`] ?? []).length > 0));
  const { inspections, snags, keySets } = second as unknown as {
    inspections: RecordOf<'inspection'>[];
    snags: RecordOf<'snag'>[];
    keySets: RecordOf<'keySet'>[];
  };
  return { inspections, snags, keySets, counted };
}

/** What has to be paid for the keys when they are given on a day. */
export function duesOf(
  { contract, book, calendarDays }: Pick<ReadinessSnapshot, 'contract' | 'book' | 'calendarDays'>,
  on: PlainDate,
  today: PlainDate,
): Dues {
  return duesAt(duesRequest({ contract, book, calendarDays }, on, today));
}

export function duesRequest(
  { contract, book, calendarDays }: Pick<ReadinessSnapshot, 'contract' | 'book' | 'calendarDays'>,
  on: PlainDate,
  today: PlainDate,
) {
  const currency = currencyOf(contract);
  const target = replayBook(contract, book, today);
  const calendar = calendarOf(contract.unit?.project ?? null, calendarDays);
  return {
    currency,
    installments: book.installments
      .filter((one) => !isClosed(one))
      .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
      .map((one) => ({
        ...one,
        amount: one.amount ?? zero(currency),
        paid: target.charges.find(({ id }) => id === one.id)?.paid ?? zero(currency),
        credited: target.charges.find(({ id }) => id === one.id)?.credited ?? null,
        monthsAfter: one.monthsAfter ?? 0,
        daysAfter: one.daysAfter ?? 0,
      })),
    prepaid: target.balance,
    on,
    today,
    businessDays: { rule: contract.dueDayRule, calendar },
  };
}

/** Of one contract, so its number need not be said with each installment. */
const shortName = (name: string) => labelOf({ name });

/** The list of a home. `isIdentityChecked` says that whoever records the keys has looked at the papers. */
export function itemsOf(
  snapshot: ReadinessSnapshot,
  today: PlainDate,
  on: PlainDate = today,
  isIdentityChecked = false,
): ReadinessItem[] {
  const { contract, handover, settlement } = snapshot;
  const { unit } = contract;
  const building = unit?.building ?? null;
  const { missing, names, undated } = duesOf(snapshot, handover?.deemedOn ?? on, today);
  return readiness({
    today,
    building: building && {
      name: building.name,
      certificate: building.completionCertificate,
      completedOn: building.completedOn,
    },
    dues: { missing, names: names.map(shortName), undated: undated.map(shortName) },
    deferral: { amount: handover?.deferredAmount ?? null, until: handover?.deferredUntil ?? null },
    area: {
      state: settlement?.state ?? null,
      contract: contract.contractArea,
      measured: unit?.areaSquareMetres ?? null,
    },
    appointment: handover && {
      isIdentityChecked: isIdentityChecked || handover.identityChecked,
      checkedBy: handover.identityCheckedBy,
    },
    inspections: snapshot.inspections.map(({ number, state }) => ({ number: number ?? 0, state })),
    hasTemplate: snapshot.hasTemplate,
    snags: snapshot.snags,
    keys: snapshot.keySets.map(({ kind, count, state, handoverId }) => ({
      kind,
      count: count ?? 0,
      state,
      isHere: handover !== null && handoverId === handover.id,
    })),
    areKeysCounted: snapshot.areKeysCounted,
  });
}
