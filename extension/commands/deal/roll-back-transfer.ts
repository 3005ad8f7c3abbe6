/**
 * A transfer of deals goes back: every record to who had it (A052, E21.8).
 *
 * Changes: the transfer's state, then the owner of each record. What has passed to somebody else since, and what
 * was made since (a contract signed by the colleague), stays. Guard: the transfer is rolled back only while it is
 * EXECUTED and nothing works on it. After a crash: it says ROLLED_BACK and some records are still with the
 * colleagues; the same request again, or the repair job, brings back the rest.
 */
import * as z from 'zod/mini';
import {
  countedByObject,
  type OwnedObject,
  type Passed,
  sortBack,
  TRANSFER_TRANSITIONS,
} from '#domain/deal/index.ts';
import { refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { ownersNow, passOn } from './transfer-records.ts';

const schema = z.object({ requestId, dealTransferId: recordId, reason: requiredText });

type Input = z.infer<typeof schema>;
type Snapshot = { transfer: RecordOf<'dealTransfer'> };
type Answer = { dealTransferId: string; back: number; stayed: number; byKind: Record<OwnedObject, number> };

export const rollBackTransfer: Command<Input, Snapshot, null, Answer> = {
  name: 'roll-back-transfer',
  room: 'deal',
  title: 'Roll back deal transfer',
  right: 'controlSales',
  schema,
  subject: ({ dealTransferId }) => ({ kind: 'dealTransfer', id: dealTransferId }),

  async load({ store }, { dealTransferId: id }) {
    const { found } = await store.read({ found: { object: 'dealTransfer', filter: { id } } });
    const [transfer] = found;
    return transfer === undefined
      ? refuse({ code: 'NOT_FOUND', what: 'deal transfer', id })
      : { plan: { transfer } };
  },

  decide(run, _input, { transfer }) {
    if (isOwnWork(run, transfer)) return { plan: null };
    const { name: what, state: from } = transfer;
    if (!canGo(TRANSFER_TRANSITIONS, from, 'ROLLED_BACK'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what, from, to: 'ROLLED_BACK' });
    if (transfer.activeKey !== '') return refuse({ code: 'BUSY', what });
    if (transfer.leaverId === null) {
      const problem = 'has nobody to go back to: the member was removed from the workspace';
      return refuse({ code: 'INVALID_INPUT', field: 'dealTransferId', problem });
    }
    return { plan: null };
  },

  async apply(run, _input, { transfer }) {
    const leaver = transfer.leaverId ?? '';
    if (!isOwnWork(run, transfer)) {
      const back = { state: 'ROLLED_BACK', rolledBackAt: run.now.toISOString() } as const;
      const to = { ...sealedFields('dealTransfer', transfer), ...back };
      const won = await run.store.changeWhere('dealTransfer', { id: transfer.id, state: 'EXECUTED' }, to);
      if (won.length === 0) return refuse({ code: 'BUSY', what: transfer.name });
    }
    const passed = transfer.items as Passed[];
    const owners = await ownersNow(run.store, passed);
    const { back, movedOn } = sortBack(passed, owners, leaver);
    const away = back.filter(({ id }) => owners.get(id) !== leaver);
    await passOn(
      run.store,
      away.map(({ object, id, to }) => ({ object, id, from: to, to: leaver })),
    );
    await run.store.write([{ change: 'dealTransfer', record: transfer, to: { movedOn: movedOn.length } }]);
    const byKind = countedByObject(back);
    const answer = { dealTransferId: transfer.id, back: back.length, stayed: movedOn.length, byKind };
    const rest =
      movedOn.length === 0 ? '' : ` ${movedOn.length} had passed to somebody else since and stay there.`;
    const message = `${transfer.name} is rolled back: ${back.length} records are with who had them.${rest}`;
    return { plan: { answer, message, before: { state: 'EXECUTED' }, after: answer } };
  },
};

function isOwnWork(run: Run, { rolledBackAt }: Snapshot['transfer']): boolean {
  return run.isResumed && rolledBackAt === run.now.toISOString();
}
