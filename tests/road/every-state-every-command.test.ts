/**
 * A transition that the tables do not allow is refused from every door with the same code, sentence and facts, and
 * nothing is written; what they allow is not refused for its state. The doors: the HTTP route, the workflow
 * action, the hand that drags a card (the watch), and for what needs an approval the asking and the carrying out.
 *
 * The table is in walk-cases.ts: a new command is one row there. A record is put into a state as a fixture, by
 * writing the column and its seal, so that each command meets every state, reachable in the test or not.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import { APPROVABLE, askApproval } from '#commands/system/approvals.ts';
import { checkSeals } from '#commands/system/check-seals.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { MEANINGS } from '#commands/system/meanings.ts';
import { refusalText } from '#commands/system/refusal-text.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { commandAction } from '#functions/shared/command-action.ts';
import { type GuardedObject, SEALED } from '#port/guarded.ts';
import { readAll } from '#scripts/shared/workspace-client.ts';
import { twentyClient } from '#twenty/client.ts';
import { typeName } from '#twenty/mapping.ts';
import { twentyNotices } from '#twenty/notices.ts';
import { PIPELINE } from '#workflows/pipeline/index.ts';
import { type AnyMachine, stepsOf } from '#workflows/pipeline/machine.ts';
import { type Ground, openGround } from './ground.ts';
import { NOT_WALKED, WALK } from './walk-cases.ts';
import { type WalkCase, World } from './walk-world.ts';

/** What came of giving a command at a door. */
type Heard = { ok: boolean; code: string; message: string; facts: unknown };

type Door = {
  name: string;
  give(command: AnyCommand, input: Record<string, unknown>): Promise<Heard>;
};

const DONE = 'DONE';

function machineOf({ object }: WalkCase): AnyMachine {
  const machine = PIPELINE.find((one) => one.object === object);
  if (machine === undefined) throw new Error(`The pipeline has no ${object}`);
  return machine;
}

function allowedStates(one: WalkCase): readonly string[] {
  if (one.from !== undefined) return one.from;
  const steps = stepsOf(machineOf(one)).filter(
    ({ to, way }) =>
      way.commands.includes(one.command.name) && (one.to === undefined || [one.to].flat().includes(to)),
  );
  return [...new Set(steps.map(({ from }) => from))];
}

const labelOf = ({ command, object, to }: WalkCase) =>
  `${command.name} on a ${object}${to === undefined ? '' : ` to ${[to].flat().join(', ')}`}`;

const CASES = WALK.map((one) => ({
  label: labelOf(one),
  one,
  states: Object.keys(machineOf(one).stages),
  allowed: allowedStates(one),
}));

describe('every state and every command', () => {
  let ground: Ground;
  let world: World;
  let doors: Door[];
  let approvalDoors: Door[];
  beforeAll(async () => {
    ground = await openGround();
    world = await World.open(ground);
    process.env.TWENTY_API_URL = ground.workspace.url;
    process.env.TWENTY_APP_ACCESS_TOKEN = ground.workspace.applicationToken;
    doors = [overHttp(), asAction()];
    approvalDoors = [askedOverHttp(), askedAsAction(), carriedOut()];
  }, 120_000);
  afterAll(async () => {
    delete process.env.TWENTY_API_URL;
    delete process.env.TWENTY_APP_ACCESS_TOKEN;
    await ground.close();
  });

  const overHttp = (): Door => ({
    name: 'HTTP',
    async give(command, input) {
      const answer = await ground.client.command(command.room, command.name, {
        requestId: randomUUID(),
        ...input,
      });
      return answer.ok
        ? { ok: true, code: DONE, message: answer.message, facts: {} }
        : { ok: false, code: answer.code, message: answer.message, facts: answer.facts };
    },
  });

  const asAction = (): Door => ({
    name: 'action',
    async give(command, input) {
      const { ok, code, message, result } = await commandAction(command)(input);
      return { ok, code, message, facts: ok ? {} : result };
    },
  });

  const asked = (command: AnyCommand, input: Record<string, unknown>) => ({
    command: command.name,
    input,
    reason: 'Please',
  });
  const askedOverHttp = (): Door => ({
    name: 'asked over HTTP',
    give: (command, input) => overHttp().give(askApproval, asked(command, input)),
  });
  const askedAsAction = (): Door => ({
    name: 'asked by an action',
    give: (command, input) => asAction().give(askApproval, asked(command, input)),
  });
  const carriedOut = (): Door => ({
    name: 'approved',
    async give(command, input) {
      const approval = { id: randomUUID(), by: 'Somebody else' };
      const decision = await world.desk.run(command, input, { approval });
      if (!isRefused(decision)) return { ok: true, code: DONE, message: decision.plan.message, facts: {} };
      const { code, ...facts } = decision.refused;
      return { ok: false, code, message: refusalText(decision.refused), facts };
    },
  });

  const doorsFor = ({ command }: WalkCase) => (command.approvedWith === undefined ? doors : approvalDoors);

  it('every command walks, or says why not', () => {
    const walked = new Set(WALK.map(({ command }) => command.name));
    const missing = ALL_COMMANDS.map(({ name }) => name).filter(
      (name) => !walked.has(name) && !Object.hasOwn(NOT_WALKED, name),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(NOT_WALKED).filter((name) => walked.has(name))).toEqual([]);
  });

  it('what is written anywhere is counted, and what is read is not', async () => {
    const before = await world.writes();
    await world.stateOf('unit', world.unit());
    expect(await world.writes()).toBe(before);
    await world.put('unit', world.unit(), { state: 'FROZEN' });
    expect(await world.writes()).not.toBe(before);
  });

  describe.each(CASES)('$label', ({ one, states, allowed }) => {
    const apart = Object.keys(one.apart ?? {});
    const refused = states.filter((state) => !allowed.includes(state) && !apart.includes(state));

    it('is refused alike from every door where the tables do not allow it, and writes nothing', async () => {
      const { id, input } = await one.make(world, false);
      for (const state of refused) {
        await world.put(one.object, id, { state });
        const before = await world.writes();
        const heard: Heard[] = [];
        for (const door of doorsFor(one)) heard.push(await door.give(one.command, input));
        const [first] = heard;
        expect([state, first?.code]).toEqual([state, one.refusedIn?.[state] ?? one.refusedWith]);
        expect(first?.message).not.toBe('');
        for (const other of heard) expect(other).toEqual(first);
        expect([state, await world.writes()]).toEqual([state, before]);
      }
      expect(refused.length + allowed.length + apart.length).toBeGreaterThanOrEqual(states.length);
    }, 120_000);

    it('is not refused for its state where they allow it', async () => {
      // A command that leaves the state alone may be given again and again to one record.
      const lasting = one.from === undefined || one.isOnce ? null : await one.make(world, true);
      for (const state of allowed.filter((from) => !apart.includes(from))) {
        for (const door of doorsFor(one)) {
          const { id, input } = lasting ?? (await one.make(world, true));
          await world.put(one.object, id, { state });
          const heard = await door.give(one.command, input);
          expect([DONE, ...(one.mayRefuse ?? [])], `${state} at ${door.name}: ${heard.message}`).toContain(
            heard.code,
          );
        }
      }
    }, 120_000);

    it.runIf(apart.length > 0)(
      'ends alike at every door where they ask for more than the state',
      async () => {
        for (const state of apart) {
          const codes: string[] = [];
          for (const door of doorsFor(one)) {
            const { id, input } = await one.make(world, true);
            await world.put(one.object, id, { state });
            codes.push((await door.give(one.command, input)).code);
          }
          expect(new Set(codes).size, `${state}: ${codes.join(', ')}`).toBe(1);
        }
      },
      120_000,
    );
  });

  it.each(APPROVABLE.map((command) => ({ name: command.name, command })))(
    'C5: $name is not carried out without an approval, with the same sentence from each door',
    async ({ command }) => {
      const row = WALK.find((one) => one.command === command);
      const input = row === undefined ? await leastOf(command) : (await row.make(world, true)).input;
      const before = await world.writes();
      const heard = await Promise.all(doors.map((door) => door.give(command, input)));
      expect(heard[0]).toMatchObject({ ok: false, code: 'APPROVAL_REQUIRED' });
      expect(heard[1]).toEqual(heard[0]);
      expect(await world.writes()).toBe(before);
    },
  );

  async function leastOf(command: AnyCommand): Promise<Record<string, unknown>> {
    const contractId = await world.sharedContract();
    const refundedOn = new Date().toISOString().slice(0, 10);
    const inputs: Record<string, Record<string, unknown>> = {
      waive: { installmentId: randomUUID(), what: 'LATE_FEE', reason: 'Our bank was down' },
      'record-refund': { contractId, amount: '1.00', method: 'TRANSFER', refundedOn, why: 'OVERPAYMENT' },
      'transfer-deals': { fromId: randomUUID(), toIds: [randomUUID()], reason: 'Leaves the company' },
    };
    return inputs[command.name] ?? {};
  }
});

/** By hand: the third door. Each state of each object is dragged to each other one. */
describe('every state dragged by hand to every other', () => {
  let ground: Ground;
  let world: World;
  beforeAll(async () => {
    ground = await openGround();
    world = await World.open(ground);
  }, 120_000);
  afterAll(() => ground.close());

  const sealed = PIPELINE.filter(({ object }) =>
    (SEALED[object as GuardedObject] as readonly string[]).includes('state'),
  ).map((machine) => ({ object: machine.object as GuardedObject, machine }));

  async function reasonsFor(ids: readonly string[]) {
    const entries = await readAll<{ subjectId: string; reason: string }>(
      ground.client,
      'keyturnAuditEntries',
      'KeyturnAuditEntry',
      'subjectId reason',
      { outcome: { eq: 'PUT_BACK' }, subjectId: { in: ids } },
    );
    return new Map(entries.map(({ subjectId, reason }) => [subjectId, reason]));
  }

  it.each(sealed)(
    'a $object ends where it was, or where a command that the tables allow has brought it',
    async ({ object, machine }) => {
      const states = Object.keys(machine.stages);
      const pairs = states.flatMap((from) => states.filter((to) => to !== from).map((to) => ({ from, to })));
      const drags = await Promise.all(
        pairs.map(async ({ from, to }) => ({ from, to, id: await world.make(object, { state: from }) })),
      );
      const table = `keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}`;
      for (const { id, to } of drags)
        await ground.workspace.sql(`update "${table}" set state = $1, "updatedAt" = now() where id = $2`, [
          to,
          id,
        ]);
      const client = twentyClient(ground.workspace.url, ground.workspace.applicationToken);
      const job = {
        store: world.desk.store,
        notices: twentyNotices(client),
        clock: { now: () => new Date() },
      };
      expect((await checkSeals(job)).failed).toEqual([]);

      const can = new Set(stepsOf(machine).map(({ from, to }) => `${from} -> ${to}`));
      const said = await reasonsFor(drags.map(({ id }) => id));
      for (const { from, to, id } of drags) {
        const state = await world.stateOf(object, id);
        const isMeant = MEANINGS[object] !== undefined && can.has(`${from} -> ${to}`);
        expect(isMeant ? [from, to] : [from], `${object} ${from} dragged to ${to}`).toContain(state);
        expect(said.get(id), `${object} ${from} dragged to ${to}`).toContain('changed by hand and');
      }
      expect(typeName(object)).toBe(table.charAt(0).toUpperCase() + table.slice(1));
    },
    120_000,
  );

  it('what a hand meant and the tables refuse is said with the sentence of the command', async () => {
    const unit = await world.make('unit', { state: 'CONTROLLED', number: randomUUID() });
    await ground.workspace.sql(`update "keyturnUnit" set state = $1, "updatedAt" = now() where id = $2`, [
      'AVAILABLE',
      unit,
    ]);
    const client = twentyClient(ground.workspace.url, ground.workspace.applicationToken);
    await checkSeals({
      store: world.desk.store,
      notices: twentyNotices(client),
      clock: { now: () => new Date() },
    });
    const refusal = refusalText({ code: 'UNIT_HAS_NO_PRICE', unit: `Walk ${unit}` });
    expect((await reasonsFor([unit])).get(unit)).toContain(`put back: ${refusal}`);
    expect(await world.stateOf('unit', unit)).toBe('CONTROLLED');
  });
});
