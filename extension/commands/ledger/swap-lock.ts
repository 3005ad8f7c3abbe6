/**
 * The lock of the unit that a contract goes over to (C3): claimed, or moved from a hold for its buyer.
 *
 * Changes: unit locks. Guard: the lock's unique key; one that is there is moved only while its holder has it.
 * After a crash: the contract has both units; the same request again goes on from there.
 */
import { effectiveLock } from '#domain/inventory/index.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Run } from '../system/command.ts';

type Lock = RecordOf<'unitLock'>;
type Unit = Pick<RecordOf<'unit'>, 'id' | 'name'>;
export type Swapping = {
  contract: Pick<RecordOf<'contract'>, 'id' | 'name'>;
  unit: Unit;
  lock: Lock | null;
  /** For a buyer of the contract. */
  hold: RecordOf<'unitHold'> | null;
  holderName: string;
};

/** Resolves to null when the contract has the unit, to the refusal that names the holder when it was lost. */
export async function takeUnit(
  run: Run,
  { contract, unit, lock, hold, holderName }: Swapping,
): Promise<Refusal | null> {
  const { store } = run;
  const holding = { holderKind: 'CONTRACT', holderId: contract.id, holderName, heldUntil: null } as const;
  if (lock !== null && hold !== null && lock.holderId === hold.id) {
    const mine = { id: lock.id, lockKey: unit.id, holderId: hold.id };
    await store.changeWhere('unitLock', mine, holding);
  } else {
    if (lock !== null && effectiveLock(lock, run.now) === null) {
      // Whose time is over can be displaced by anybody at once; the jobs close what it was of.
      const over = { id: lock.id, lockKey: unit.id, holderId: lock.holderId };
      const until = { heldUntil: { lte: run.now.toISOString() } };
      await store.changeWhere('unitLock', { ...over, ...until }, { lockKey: '' });
    }
    const { id: unitId, name } = unit;
    const row = { id: run.idFor('lock'), name, lockKey: unitId, unitId, requestKey: run.requestId };
    await store.claim('unitLock', [{ ...row, ...holding }]);
  }
  // The key itself says who has the unit, whichever run took it.
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: unit.id } } });
  const [holder] = locks;
  if (holder === undefined) return { code: 'BUSY', what: unit.name };
  if (holder.holderId === contract.id) return null;
  return { code: 'UNIT_TAKEN', unit: unit.name, holder: holder.holderName, until: holder.heldUntil };
}

/** The swap came to nothing after all: whoever had the unit before has it again. */
export async function giveBack(
  store: Store,
  { contract, unit, lock, hold }: Omit<Swapping, 'holderName'>,
): Promise<void> {
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: unit.id } } });
  const [mine] = locks;
  if (mine === undefined || mine.holderId !== contract.id) return;
  const guard = { id: mine.id, lockKey: unit.id, holderId: contract.id };
  const isOfHold = lock !== null && hold !== null && lock.id === mine.id && lock.holderId === hold.id;
  if (isOfHold) {
    const { holderKind, holderId, holderName, heldUntil } = lock;
    await store.changeWhere('unitLock', guard, { holderKind, holderId, holderName, heldUntil });
  } else await store.changeWhere('unitLock', guard, { lockKey: '' });
}

/** A manager releases the unit again: a home that came back is looked at before it is sold anew (C4). */
export async function freeUnit(
  store: Store,
  contractId: string,
  unit: RecordOf<'unit'>,
  sealed: Partial<RecordOf<'unit'>>,
): Promise<void> {
  const lockKey = unit.id;
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey } } });
  const [lock] = locks;
  if (lock !== undefined && lock.holderId !== contractId) return;
  if (lock !== undefined) {
    const guard = { id: lock.id, lockKey, holderId: contractId };
    await store.changeWhere('unitLock', guard, { lockKey: '' });
  }
  // Guarded: by now it may be somebody else's, or frozen.
  const to = { state: 'CONTROLLED', heldAs: null, holder: '', heldUntil: null, claimKey: '' } as const;
  await store.changeWhere('unit', { id: unit.id, state: 'CONTRACTED' }, { ...sealed, ...to });
}
