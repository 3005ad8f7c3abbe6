/**
 * Changes: key sets of a unit, numbered by kind, IN_STORE. Guard: unit, kind and number are a unique key; of two
 * that count at once each gets numbers of its own. After a crash: all of the sets are there, or none.
 */
import * as z from 'zod/mini';
import {
  KEY_KIND_NAMES,
  KEY_KIND_ORDER,
  type KeyKind,
  nextNumbers,
  setKeyOf,
} from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';

const MOST_SETS = 20;
const MOST_PIECES = 99;
const MOST_TRIES = 20;

const counted = z.object({
  kind: z.enum(KEY_KIND_ORDER, `must be one of ${KEY_KIND_ORDER.join(', ')}`),
  /** Keys, cards or papers in one set. */
  pieces: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be at least 1'), z.lte(MOST_PIECES, `must be at most ${MOST_PIECES}`)),
  keptAt: z.optional(text),
  remark: z.optional(text),
});

const schema = z.object({
  requestId,
  unitId: recordId,
  /** One entry a set: two sets of door keys are two entries. */
  sets: z
    .array(counted)
    .check(z.minLength(1, 'must not be empty'), z.maxLength(MOST_SETS, `must be at most ${MOST_SETS}`)),
});

type Input = z.infer<typeof schema>;
type Snapshot = { unit: RecordOf<'unit'>; sets: RecordOf<'keySet'>[] };
type Answer = { keySetIds: string[]; names: string[] };

export const countKeys: Command<Input, Snapshot, null, Answer> = {
  name: 'count-keys',
  room: 'handover',
  title: 'Count key sets',
  right: 'handOver',
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),

  async load({ store }, { unitId }): Promise<Decision<Snapshot>> {
    const { units, sets } = await store.read({
      units: { object: 'unit', filter: { id: unitId } },
      sets: { object: 'keySet', filter: { unitId } },
    });
    const [unit] = units;
    if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
    return { plan: { unit, sets } };
  },

  decide: () => ({ plan: null }),

  async apply(run, input, { unit, sets }) {
    let known = sets;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const rows = rowsOf(run, input, unit, known);
      const claimed = await run.store.claim('keySet', rows);
      if (claimed.won) {
        const answer = { keySetIds: rows.map(({ id }) => id), names: await namesOf(run, input) };
        const message = `${rows.length} key sets of ${unit.name} are counted.`;
        return { plan: { answer, message, after: answer } };
      }
      known = (await run.store.read({ known: { object: 'keySet', filter: { unitId: unit.id } } })).known;
    }
    return refuse({ code: 'BUSY', what: unit.name });
  },
};

const idAt = (run: Run, index: number) => run.idFor(`key set ${index}`);

function rowsOf(run: Run, input: Input, unit: RecordOf<'unit'>, known: readonly RecordOf<'keySet'>[]) {
  const own = new Set(input.sets.map((_, index) => idAt(run, index)));
  const taken = known.filter(({ id }) => !own.has(id)).map(({ setKey }) => setKey);
  const numbers = new Map<KeyKind, number[]>();
  for (const kind of KEY_KIND_ORDER)
    numbers.set(
      kind,
      nextNumbers(taken, unit.id, kind, input.sets.filter((one) => one.kind === kind).length),
    );
  return input.sets.map(({ kind, pieces, keptAt, remark }, index) => {
    const number = numbers.get(kind)?.shift() ?? 1;
    return {
      id: idAt(run, index),
      name: `${unit.name} · ${KEY_KIND_NAMES[kind]} ${number}`,
      unitId: unit.id,
      kind,
      count: pieces,
      state: 'IN_STORE' as const,
      handoverId: null,
      keptAt: keptAt ?? '',
      handedTo: '',
      remark: remark ?? '',
      setKey: setKeyOf(unit.id, kind, number),
    };
  });
}

/** As they are by now: an earlier run may have got other numbers. */
async function namesOf(run: Run, input: Input): Promise<string[]> {
  const ids = input.sets.map((_, index) => idAt(run, index));
  const { sets } = await run.store.read({ sets: { object: 'keySet', filter: { id: { in: ids } } } });
  return sets.map(({ name }) => name).sort();
}
