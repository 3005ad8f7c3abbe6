/** Batches and tickets for the walk over states and commands, and hours from now. */
import { randomUUID } from 'node:crypto';
import type { World } from './walk-world.ts';

export const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

export const batch = (world: World, values: object = {}) => {
  const row = {
    projectId: world.site.projectId,
    salesMode: 'QUEUE_ORDER',
    state: 'OPEN',
    requeues: 3,
    ...values,
  };
  return world.make('releaseBatch', row);
};

/** As its commands would have left it, waiting. */
export const ticket = (world: World, releaseBatchId: string, values: object = {}) => {
  const { buyerId } = world;
  const keys = { numberKey: randomUUID(), buyerKey: randomUUID(), requestKey: randomUUID() };
  const row = { releaseBatchId, number: 1, callOrder: 1, buyerId, buyerName: 'Buyer 1', missedTimes: 0 };
  return world.make('queueTicket', { ...row, ...keys, state: 'ACTIVE', ...values });
};
