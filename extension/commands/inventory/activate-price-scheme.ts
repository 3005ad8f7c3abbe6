/**
 * Changes: a price scheme from DRAFT over APPROVED to ACTIVE, the former one to RETIRED, and the prices of its
 * units. It runs in batches of 200 with four requests each, so that 5,000 units fit into one run; how far it
 * is, is the number of prices with `appliedAt`.
 * Guard: the scheme is taken by one activation (state and `activatedAt`), and the unique `activeKey` of the
 * project lets one scheme be active. No other can be activated, and this one not undone, while it is at work.
 * A unit that somebody has, before or right after its price was written, keeps the price that it had.
 * After a crash: between the former scheme and this one, none is active and all prices are as before; later,
 * some units have their new price. The same request again, or the repair job, goes on where it ended: what a
 * unit had before is stored before its price is written.
 */
import * as z from 'zod/mini';
import { beforeOf, decideActivate, type ItemPlan, planItem, samePrices } from '#domain/inventory/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Refusal, refuse } from '#domain/shared/refusal.ts';
import { sealedFields } from '#port/seal.ts';
import { DuplicateKey } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { type Item, type Kept, loadScheme, MOST_NAMED, type SchemeSnapshot } from './price-scheme-records.ts';
import { givePrices, inBatches, justAt, takenOf, type UnitRecord, unitsNow } from './unit-prices.ts';

const schema = z.object({ requestId, priceSchemeId: recordId });

type Input = z.infer<typeof schema>;
type Answer = {
  priceSchemeId: string;
  priceScheme: string;
  applied: number;
  blocked: number;
  blockedUnits: Kept[];
  retired: string | null;
};

export const activatePriceScheme: Command<Input, SchemeSnapshot, null, Answer> = {
  name: 'activate-price-scheme',
  room: 'inventory',
  title: 'Activate price scheme',
  right: 'controlSales',
  approvedWith: 'controlSales',
  schema,
  subject: ({ priceSchemeId }) => ({ kind: 'priceScheme', id: priceSchemeId }),
  load: ({ store }, { priceSchemeId }) => loadScheme(store, priceSchemeId),

  decide(run, _input, snapshot) {
    const { scheme, items, active, isActiveAtWork } = snapshot;
    return decideActivate({
      scheme,
      items: items.length,
      today: dateIn(run.now, scheme.project?.timeZone || 'UTC'),
      active: active === null ? null : { name: active.name, isAtWork: isActiveAtWork },
      isOwnWork: isOwnWork(run, snapshot),
    });
  },

  async apply(run, _input, snapshot) {
    const { scheme, items } = snapshot;
    const lost = await takeOver(run, snapshot);
    if (lost !== null) return refuse(lost);
    for (const batch of inBatches(items.filter(isWaiting))) await applyBatch(run, batch);
    const { done } = await run.store.read({
      done: {
        object: 'priceSchemeItem',
        filter: { priceSchemeId: scheme.id },
        orderBy: { rowNumber: 'ASC' },
      },
    });
    const blocked = done.filter(({ outcome }) => outcome === 'BLOCKED');
    const applied = done.length - blocked.length;
    await run.store.write([{ change: 'priceScheme', record: scheme, to: { blockedPrices: blocked.length } }]);
    const answer = {
      priceSchemeId: scheme.id,
      priceScheme: scheme.name,
      applied,
      blocked: blocked.length,
      blockedUnits: blocked
        .slice(0, MOST_NAMED)
        .map(({ name, blockedBy }) => ({ unit: unitOf(name), because: blockedBy })),
      retired: snapshot.retired?.name ?? snapshot.active?.name ?? null,
    };
    const rest =
      blocked.length === 0 ? '' : ` ${blocked.length} units were not touched; see the prices of the scheme.`;
    const message = `${scheme.name} is active: ${applied} units have its prices.${rest}`;
    return { plan: { answer, message, before: { active: answer.retired }, after: { applied } } };
  },
};

function isWaiting({ outcome, appliedAt }: Item): boolean {
  return appliedAt === null && outcome !== 'BLOCKED';
}

/** The name of a price is its unit's with the price behind it. */
function unitOf(name: string): string {
  return name.replace(/ · [^·]*$/, '');
}

function isOwnWork(run: Run, { scheme }: SchemeSnapshot): boolean {
  return run.isResumed && scheme.activatedAt === run.now.toISOString() && scheme.state !== 'RETIRED';
}

/** DRAFT -> APPROVED by this activation, the former scheme out of the way, then the project's key. */
async function takeOver(run: Run, snapshot: SchemeSnapshot): Promise<Refusal | null> {
  const { scheme, projectId, active } = snapshot;
  const activatedAt = run.now.toISOString();
  if (scheme.state === 'ACTIVE') return null;
  const approved = {
    ...sealedFields('priceScheme', scheme),
    state: 'APPROVED' as const,
    approvedBy: run.approval?.by ?? '',
    activatedAt,
  };
  const { id, state } = scheme;
  const guard = { id, state, activatedAt: justAt(scheme.activatedAt) };
  const taken = await run.store.changeWhere('priceScheme', guard, approved);
  if (taken.length === 0) return { code: 'BUSY', what: scheme.name };
  if (active !== null) {
    const to = { ...sealedFields('priceScheme', active), state: 'RETIRED' as const, retiredAt: activatedAt };
    const still = { id: active.id, activeKey: projectId };
    await run.store.changeWhere('priceScheme', still, { ...to, activeKey: '' });
  }
  try {
    const to = { state: 'ACTIVE' as const, activeKey: projectId };
    await run.store.write([{ change: 'priceScheme', record: { ...scheme, ...approved }, to }]);
    return null;
  } catch (error) {
    // Another scheme of the project was activated at the same moment.
    if (error instanceof DuplicateKey) return { code: 'BUSY', what: scheme.name };
    throw error;
  }
}

type Planned = { item: Item; record: UnitRecord; plan: ItemPlan };

async function applyBatch(run: Run, batch: readonly Item[]): Promise<void> {
  const { store } = run;
  const units = await unitsNow(
    store,
    batch.flatMap(({ unitId }) => unitId ?? []),
  );
  const planned = batch.flatMap((item): Planned[] => {
    const unit = units.get(item.unitId ?? '');
    return unit === undefined ? [] : [{ item, record: unit.record, plan: planItem(item, unit.now) }];
  });
  const given = planned.flatMap((one) => (one.plan.do === 'GIVE' ? [{ ...one, plan: one.plan }] : []));
  // What was changed since the list was read has to be known before it is overwritten.
  const changed = given.filter(({ item, plan }) => !samePrices(beforeOf(item), plan.before));
  await writeItems(
    run,
    changed.map(({ item, plan: { before } }) => ({
      record: item,
      to: { listBefore: before.listPrice, floorBefore: before.floorPrice, filedBefore: before.filedPrice },
    })),
  );
  await givePrices(
    store,
    given.map(({ record, plan }) => ({ record, prices: plan.prices })),
  );
  const taken = await takenOf(
    store,
    given.map(({ record }) => record.id),
  );
  const lost = given.filter(({ record }) => taken.has(record.id));
  await givePrices(
    store,
    lost.map(({ record, plan }) => ({ record, prices: plan.before })),
  );
  const known = new Set(planned.map(({ item }) => item.id));
  const before = new Map(given.map(({ item, plan }) => [item.id, plan.before]));
  await writeItems(run, [
    ...planned.map(({ item, record, plan }) => {
      const holder = taken.get(record.id);
      const by = plan.do === 'BLOCK' ? plan.by : holder;
      const to = by === undefined ? { appliedAt: run.now.toISOString() } : blocked(by);
      const had = before.get(item.id);
      return { record: had === undefined ? item : { ...item, ...asBefore(had) }, to };
    }),
    ...batch.filter(({ id }) => !known.has(id)).map((item) => ({ record: item, to: blocked('NOT_FOUND') })),
  ]);
}

function asBefore({ listPrice, floorPrice, filedPrice }: Parameters<typeof samePrices>[0]) {
  return { listBefore: listPrice, floorBefore: floorPrice, filedBefore: filedPrice };
}

function blocked(blockedBy: string) {
  return { outcome: 'BLOCKED' as const, blockedBy };
}

async function writeItems(
  { store }: Run,
  changes: readonly { record: Item; to: Partial<Omit<Item, 'id'>> }[],
): Promise<void> {
  if (changes.length > 0) await store.write([{ changeMany: 'priceSchemeItem', changes }]);
}
