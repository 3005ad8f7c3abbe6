/**
 * Draws the lottery of a batch (摇号, C4): once, from a seed that is kept, so that anybody can draw it again.
 *
 * Changes: the batch's seed and time of drawing; the places of its waiting tickets. Guard: the batch takes a
 * seed only while it has none. After a crash: the seed stands and some tickets have no place; the same request
 * again, or the repair job, works out the same order and writes the rest.
 */
import * as z from 'zod/mini';
import { batchRefusal, drawOrder, LOTTERY_METHOD, TICKET_TRANSITIONS } from '#domain/deal/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { type Batch, loadBatch } from './ticket-of.ts';

const MOST_DIGITS = 128;
const AT_ONCE = 200;

const schema = z.object({
  requestId,
  batchId: recordId,
  /** From a public source that nobody here can foresee, such as an index of the stock exchange; else it is drawn. */
  seed: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.toLowerCase(),
        z.regex(/^[0-9a-f]+$/, 'must be a number, decimal or hexadecimal'),
        z.maxLength(MOST_DIGITS, `must have at most ${MOST_DIGITS} digits`),
      ),
  ),
});

type Input = z.infer<typeof schema>;
type Answer = { batchId: string; batch: string; tickets: number; seed: string; method: string };

export const drawLottery: Command<Input, Batch, null, Answer> = {
  name: 'draw-lottery',
  room: 'deal',
  title: 'Draw lottery',
  right: 'controlSales',
  schema,
  subject: ({ batchId }) => ({ kind: 'releaseBatch', id: batchId }),
  load: ({ store }, { batchId }) => loadBatch(store, batchId),

  decide(run, { seed }, batch): Decision<null> {
    if (isOurs(run, batch)) return { plan: null };
    const closed = batchRefusal(batch, ['DRAFT', 'OPEN']);
    if (closed !== null) return closed;
    if (batch.salesMode !== 'LOTTERY') {
      return refuse({ code: 'STATE_NOT_ALLOWED', what: batch.name, from: batch.salesMode, to: 'LOTTERY' });
    }
    if (batch.lotteryDrawnAt !== null)
      return refuse({ code: 'LOTTERY_DRAWN', batch: batch.name, at: batch.lotteryDrawnAt });
    if (seed === undefined && run.chance === undefined)
      return refuse({ code: 'INVALID_INPUT', field: 'seed', problem: 'must be given' });
    return { plan: null };
  },

  async apply(run, input, batch) {
    const { store } = run;
    const waiting = await waitingTickets(run, batch);
    if (waiting.length === 0) return refuse({ code: 'QUEUE_EMPTY', batch: batch.name });
    const drawnAt = run.now.toISOString();
    const seed = isOurs(run, batch) ? batch.lotterySeed : (input.seed ?? run.chance?.() ?? '');
    if (!isOurs(run, batch)) {
      const to = { ...sealedFields('releaseBatch', batch), lotterySeed: seed, lotteryDrawnAt: drawnAt };
      const drawn = await store.changeWhere('releaseBatch', { id: batch.id, lotteryDrawnAt: null }, to);
      if (drawn.length === 0) return refuse({ code: 'LOTTERY_DRAWN', batch: batch.name, at: drawnAt });
    }
    const places = new Map(
      drawOrder(
        seed,
        waiting.map(({ number }) => number ?? 0),
      ).map((number, index) => [number, index + 1]),
    );
    // The first places first: whoever is called before the last are written is called in order.
    const changes = waiting
      .map((record) => ({ record, place: places.get(record.number ?? 0) ?? 0 }))
      .filter(({ record, place }) => record.lotteryPlace !== place)
      .sort((left, right) => left.place - right.place)
      .map(({ record, place }) => ({ record, to: { lotteryPlace: place, callOrder: place } }));
    await store.write([{ changeMany: 'queueTicket', changes }]);
    await keepWhatChanged(run, changes);
    const answer = {
      batchId: batch.id,
      batch: batch.name,
      tickets: waiting.length,
      seed,
      method: LOTTERY_METHOD,
    };
    const message = `The lottery of ${batch.name} is drawn: ${waiting.length} tickets by ${LOTTERY_METHOD} with the seed ${seed}.`;
    return { plan: { answer, message, after: answer } };
  },
};

/** The seed of an earlier run of this request, which was cut off. */
function isOurs({ isResumed, now }: Run, { lotteryDrawnAt }: Batch): boolean {
  return isResumed && lotteryDrawnAt !== null && Date.parse(lotteryDrawnAt) === now.getTime();
}

async function waitingTickets({ store }: Run, batch: Batch): Promise<RecordOf<'queueTicket'>[]> {
  const filter = { releaseBatchId: batch.id, state: 'ACTIVE' } as const;
  const { waiting } = await store.read({
    waiting: { object: 'queueTicket', filter, orderBy: { number: 'ASC' } },
  });
  return waiting;
}

/** A ticket cancelled between reading and writing was sealed as waiting: what it became stands. */
async function keepWhatChanged(
  { store }: Run,
  changes: readonly { record: RecordOf<'queueTicket'> }[],
): Promise<void> {
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const ids = changes.slice(at, at + AT_ONCE).map(({ record }) => record.id);
    const found = await store.observe('queueTicket', { id: { in: ids } });
    const moved = found.filter(
      ({ sealed, stored }) =>
        stored.state !== sealed.state && canGo(TICKET_TRANSITIONS, sealed.state, stored.state),
    );
    for (const { stored } of moved)
      await store.write([{ change: 'queueTicket', record: stored, to: { state: stored.state } }]);
  }
}
