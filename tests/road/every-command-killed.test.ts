/**
 * Fault injection (E21): every command is cut off before and after each of its writes, and meets a taken key at
 * each of them. The same request again, or the repair job, ends as one clean run: compared is every row that was
 * touched, in whatever table, without ids, numbers and times. A new command gets one entry in SCENARIOS.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, eachCrash, type Fault, inProcess } from './in-process.ts';
import { HANDOVER_SCENARIOS } from './killed-handover-scenarios.ts';
import { buildStage, type Killed, SCENARIOS as OTHERS, type Stage } from './killed-scenarios.ts';
import { rowsTouchedSince } from './touched-rows.ts';

const SCENARIOS = [...OTHERS, ...HANDOVER_SCENARIOS];

/** Beyond the repair job's patience. */
const LATER = () => new Date(Date.now() + 10 * 60_000);
const FAULTS: readonly Fault[] = ['BEFORE', 'AFTER', 'DUPLICATE', 'TWIN'];

describe('every command, cut off at every write', () => {
  let ground: Ground;
  let desk: Desk;
  let stage: Stage;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    stage = await buildStage(ground, desk);
  });
  afterAll(() => ground.close());

  it('is here, or is named with the test that cuts it off', () => {
    const here = new Set(SCENARIOS.map(({ command }) => command.name));
    const elsewhere = new Set(Object.values(ELSEWHERE).flat());
    const missing = ALL_COMMANDS.filter(({ name }) => !here.has(name) && !elsewhere.has(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it.each(SCENARIOS)(
    '$name',
    async (scenario) => {
      const clean = await run(scenario, async ({ command, input, options }) => {
        await desk.done(command, input, options);
      });
      let killed: Killed | null = null;
      let requestId = '';
      let since = new Date();
      const crashes = await eachCrash(
        async (wrap, label) => {
          killed = await scenario.prepare(stage);
          requestId = randomUUID();
          since = await nowOfDatabase();
          const go = label.startsWith('TWIN') ? desk.done : desk.run;
          await go(scenario.command, killed.input, { ...killed.options, requestId, wrap });
        },
        async (label) => {
          if (killed === null) throw new Error('nothing was prepared');
          const { input, options } = killed;
          // In turns the person asks again, and nobody does and the repair job comes by.
          const isAsked =
            /^(DUPLICATE|TWIN)/.test(label) || label.endsWith('1') || Number(label.at(-1)) % 2 === 0;
          if (isAsked) await desk.done(scenario.command, input, { ...options, requestId });
          else await repaired(scenario.command, input, { ...options, requestId });
          const rows = await rowsTouchedSince(ground.workspace, since);
          expect({ label, rows }).toEqual({ label, rows: clean });
        },
        scenario.faults ?? FAULTS,
        async () => {
          const { input, options } = killed ?? { input: {} };
          await desk.done(scenario.command, input, { ...options, requestId });
        },
      );
      expect(crashes).toBeGreaterThan(2);
    },
    240_000,
  );

  /** The job finds what was begun; what never began is asked for again, as a person would. */
  async function repaired(
    command: AnyCommand,
    input: Record<string, unknown>,
    options: Killed['options'] & { requestId: string },
  ) {
    const job = { store: desk.store, clock: { now: LATER } };
    const report = await resumeCommands(job, ALL_COMMANDS);
    expect(report.failed).toEqual([]);
    await desk.done(command, input, options);
  }

  async function run(
    scenario: (typeof SCENARIOS)[number],
    work: (killed: Killed & { command: AnyCommand }) => Promise<void>,
  ) {
    const killed = await scenario.prepare(stage);
    const since = await nowOfDatabase();
    await work({ ...killed, command: scenario.command });
    const rows = await rowsTouchedSince(ground.workspace, since);
    expect(rows.length).toBeGreaterThan(0);
    return rows;
  }

  async function nowOfDatabase(): Promise<Date> {
    const [row] = await ground.workspace.sql<{ now: string | Date }>('select clock_timestamp() as now');
    return new Date(row?.now ?? 0);
  }
});

/** Commands that are cut off at every write by tests of their own, by file. */
const ELSEWHERE: Record<string, readonly string[]> = {
  'crashes.test.ts': ['reserve-unit', 'sign-contract'],
  'ledger-crashes.test.ts': [
    'bounce-receipt',
    'waive',
    'cancel-contract',
    'record-refund',
    'replan-contract',
    'post-area-settlement',
    'disburse-mortgage',
    'post-bank-statement',
    'decide-approval',
  ],
  'titles.test.ts': [
    'open-title-case',
    'move-title-case',
    'block-title-case',
    'unblock-title-case',
    'apply-title-list',
  ],
  'engineering-changes.test.ts': [
    'draft-engineering-change',
    'send-engineering-change',
    'answer-engineering-change',
    'close-engineering-change',
  ],
  'dashboards.test.ts': ['set-up-dashboards'],
  'sample-data.test.ts': ['load-sample-data', 'remove-sample-data'],
  'holds.test.ts': [
    'hold-unit',
    'release-hold',
    'expire-hold',
    'extend-hold',
    'freeze-unit',
    'unfreeze-unit',
  ],
  'queue.test.ts': [
    'take-ticket',
    'activate-ticket',
    'call-next-ticket',
    'choose-unit',
    'miss-ticket',
    'requeue-ticket',
    'cancel-ticket',
    'draw-lottery',
  ],
  'queue-money.test.ts': ['refund-ticket'],
  'reservation-races.test.ts': [
    'reserve-bundle',
    'upgrade-reservation',
    'extend-reservation',
    'confirm-reservation',
    'swap-reservation-unit',
    'change-reservation-buyers',
    'decide-deposit',
  ],
  'price-schemes.test.ts': ['activate-price-scheme', 'undo-price-scheme'],
  'release-batches.test.ts': [
    'open-release-batch',
    'close-release-batch',
    'assign-units-to-batch',
    'withdraw-units',
    'generate-units',
  ],
  'contract-changes-crashes.test.ts': ['change-contract-unit', 'change-contract-buyers'],
};
