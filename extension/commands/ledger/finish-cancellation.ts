/**
 * The end of a cancelled contract: once nothing is left to refund it leaves CANCEL_PENDING, and its unit
 * goes back to sales control (C4: receipts = refunds + forfeits). Safe to run again at any time.
 *
 * Changes: the contract's state, the unit's lock and state. Guard: the lock's key is cleared only while
 * this contract holds it. After a crash: the nightly run looks at every contract in CANCEL_PENDING.
 */
import { CANCELLED_AS, type ContractState } from '#domain/deal/index.ts';
import { isZero } from '#domain/shared/money.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Book } from './book.ts';
import type { ContractOfProject } from './contract-of.ts';

/** Resolves to the state in which the contract has ended, or to null while it waits for a refund. */
export async function finishCancellation(
  store: Store,
  contract: ContractOfProject,
  book: Book,
): Promise<ContractState | null> {
  const { state, cancelKind, prepaid, unit } = contract;
  if (state !== 'CANCEL_PENDING' || cancelKind === null) return null;
  const isOpen = book.installments.some(
    ({ chargeType, state: one }) => chargeType === 'RETENTION' && one !== 'PAID',
  );
  if (prepaid === null || !isZero(prepaid) || isOpen) return null;
  const lockKey = contract.unitId ?? '';
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey } } });
  const [lock] = locks;
  const isOurs = lock?.holderId === contract.id;
  if (isOurs) {
    await store.changeWhere('unitLock', { id: lock.id, lockKey, holderId: contract.id }, { lockKey: '' });
  }
  const ended = CANCELLED_AS[cancelKind];
  // A manager releases the unit again: a home that came back is looked at before it is sold anew.
  if (unit !== null && (isOurs || lock === undefined)) {
    // A frozen one stays so; the end of its freeze sends it there.
    const state = unit.state === 'FROZEN' ? unit.state : 'CONTROLLED';
    const to = { state, holder: '', heldUntil: null, claimKey: '' } as const;
    await store.write([{ change: 'unit', record: unit, to }]);
  }
  const guard = { id: contract.id, state: 'CANCEL_PENDING' } as const;
  await store.changeWhere('contract', guard, { ...sealedFields('contract', contract), state: ended });
  return ended;
}
