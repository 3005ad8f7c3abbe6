/**
 * Changes: the units of the active price scheme get back the prices that they had before, if theirs is still
 * the scheme's and nobody has them; the scheme is RETIRED, and the one that it retired is active again.
 * Guard: one undoing marks the scheme (`undoneAt`) while it is active and nothing else works on it; until the
 * end it keeps the project's key, so that no other scheme comes in between. A unit that somebody has, before
 * or right after, keeps the scheme's price. After a crash: some units have their former price and the scheme
 * is still active; the same request again, or the repair job, goes on where it ended.
 */
import * as z from 'zod/mini';
import { decideUndo, planUndo, type UndoPlan } from '#domain/inventory/index.ts';
import { type Refusal, refuse } from '#domain/shared/refusal.ts';
import { sealedFields } from '#port/seal.ts';
import { DuplicateKey } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { type Item, type Kept, loadScheme, MOST_NAMED, type SchemeSnapshot } from './price-scheme-records.ts';
import { givePrices, inBatches, takenOf, type UnitRecord, unitsNow } from './unit-prices.ts';

const schema = z.object({ requestId, priceSchemeId: recordId, reason: requiredText });

type Input = z.infer<typeof schema>;
type Answer = {
  priceSchemeId: string;
  priceScheme: string;
  putBack: number;
  kept: number;
  keptUnits: Kept[];
  /** The scheme that is active now. */
  active: string | null;
};

export const undoPriceScheme: Command<Input, SchemeSnapshot, null, Answer> = {
  name: 'undo-price-scheme',
  room: 'inventory',
  title: 'Undo price scheme',
  right: 'controlSales',
  schema,
  subject: ({ priceSchemeId }) => ({ kind: 'priceScheme', id: priceSchemeId }),
  load: ({ store }, { priceSchemeId }) => loadScheme(store, priceSchemeId),

  decide: (run, _input, snapshot) =>
    decideUndo({
      scheme: snapshot.scheme,
      isAtWork: snapshot.isActiveAtWork,
      isOwnWork: isOwnWork(run, snapshot),
    }),

  async apply(run, _input, snapshot) {
    const { scheme, items } = snapshot;
    const lost = await mark(run, snapshot);
    if (lost !== null) return refuse(lost);
    const kept: Kept[] = [];
    const applied = items.filter(({ appliedAt, undoneAt }) => appliedAt !== null && undoneAt === null);
    for (const batch of inBatches(applied)) kept.push(...(await undoBatch(run, batch)));
    const active = await giveWay(run, snapshot);
    const putBack = items.filter(({ appliedAt }) => appliedAt !== null).length - kept.length;
    const answer = {
      priceSchemeId: scheme.id,
      priceScheme: scheme.name,
      putBack,
      kept: kept.length,
      keptUnits: kept.slice(0, MOST_NAMED),
      active,
    };
    const rest =
      kept.length === 0 ? '' : ` ${kept.length} keep theirs, because they are taken or were priced anew.`;
    const then = active === null ? 'No scheme is active now.' : `${active} is active again.`;
    const message = `${scheme.name} is undone: ${putBack} units have their former prices.${rest} ${then}`;
    return { plan: { answer, message, before: { active: scheme.name }, after: { active, putBack } } };
  },
};

function isOwnWork(run: Run, { scheme }: SchemeSnapshot): boolean {
  return run.isResumed && scheme.undoneAt === run.now.toISOString();
}

async function mark(run: Run, snapshot: SchemeSnapshot): Promise<Refusal | null> {
  const { scheme } = snapshot;
  if (isOwnWork(run, snapshot)) return null;
  const to = { ...sealedFields('priceScheme', scheme), undoneAt: run.now.toISOString() };
  const guard = { id: scheme.id, state: 'ACTIVE', undoneAt: null } as const;
  const won = await run.store.changeWhere('priceScheme', guard, to);
  return won.length === 0 ? { code: 'BUSY', what: scheme.name } : null;
}

type Planned = { item: Item; record: UnitRecord; plan: UndoPlan };

/** Resolves to the units that keep the scheme's price. */
async function undoBatch(run: Run, batch: readonly Item[]): Promise<Kept[]> {
  const { store } = run;
  const units = await unitsNow(
    store,
    batch.flatMap(({ unitId }) => unitId ?? []),
  );
  const planned = batch.flatMap((item): Planned[] => {
    const unit = units.get(item.unitId ?? '');
    return unit === undefined ? [] : [{ item, record: unit.record, plan: planUndo(item, unit.now) }];
  });
  const given = planned.flatMap((one) => (one.plan.do === 'PUT_BACK' ? [{ ...one, plan: one.plan }] : []));
  await givePrices(
    store,
    given.map(({ record, plan }) => ({ record, prices: plan.prices })),
  );
  const taken = await takenOf(
    store,
    given.map(({ record }) => record.id),
  );
  await givePrices(
    store,
    given
      .filter(({ record }) => taken.has(record.id))
      .map(({ record, plan }) => ({ record, prices: plan.from })),
  );
  const kept = planned.flatMap(({ record, plan }): Kept[] => {
    const because = plan.do === 'KEEP' ? plan.because : taken.get(record.id);
    return because === undefined ? [] : [{ unit: record.name, because }];
  });
  const undone = planned.filter(({ record, plan }) => plan.do !== 'KEEP' && !taken.has(record.id));
  const undoneAt = run.now.toISOString();
  if (undone.length > 0) {
    const changes = undone.map(({ item: record }) => ({ record, to: { undoneAt } }));
    await store.write([{ changeMany: 'priceSchemeItem', changes }]);
  }
  return kept;
}

/** The key goes from this scheme to the one that it retired, unless another one was faster. */
async function giveWay(run: Run, { scheme, projectId, retired }: SchemeSnapshot): Promise<string | null> {
  const now = run.now.toISOString();
  const marked = { ...scheme, undoneAt: now };
  if (scheme.state === 'ACTIVE') {
    const to = { state: 'RETIRED' as const, retiredAt: now, activeKey: '' };
    await run.store.write([{ change: 'priceScheme', record: marked, to }]);
  }
  if (retired?.state === 'RETIRED') {
    try {
      const to = { state: 'ACTIVE' as const, activeKey: projectId, retiredAt: null };
      await run.store.write([{ change: 'priceScheme', record: retired, to }]);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
  const { active } = await run.store.read({
    active: { object: 'priceScheme', filter: { activeKey: projectId } },
  });
  return active[0]?.name ?? null;
}
