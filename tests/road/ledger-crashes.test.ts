/**
 * Crash points of the ledger (E21): the function dies before or after any of its writes. The same request
 * again, or the repair job, ends in the state of one clean run, and nothing is left begun.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectName } from '#port/records.ts';
import type { CommandAnswer } from '#scripts/shared/workspace-client.ts';
import { expectDone, type Ground, openGround, stateOfUnit } from './ground.ts';
import {
  approved,
  ask,
  buildLedgerSite,
  type Desk,
  daysAgo,
  decide,
  deskOf,
  dueLine,
  installmentsOf,
  type LedgerSite,
  ledgerState,
  makePlan,
  type PlanLine,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

/** Of 1,000,000.00 ten percent is late. */
const LINES = [
  dueLine('Late', 10, daysAgo(20)),
  dueLine('Later', 80, daysAgo(-30)),
  dueLine('Last', 10, daysAgo(-60)),
];
const UNITS = 48;
const MONEY = { amount: '70000.00', valueOn: daysAgo(0) };

type Case = { contractId: string; unitId: string; go(requestId: string): Promise<CommandAnswer<unknown>> };
type Prepare = (contractId: string) => Promise<Case['go']>;
type Scenario = {
  name: string;
  paid?: string;
  lines?: readonly PlanLine[];
  project?: Record<string, unknown>;
  prepare: Prepare;
};

describe('crash points of the ledger', () => {
  let ground: Ground;
  let desk: Desk;
  const sites = new Map<string, { site: LedgerSite; next: number }>();
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
  });
  afterAll(() => ground.close());

  const post = (name: string, body: object) => (requestId: string) =>
    desk.finance.command('ledger', name, { requestId, ...body });
  /** Asked before; what is cut off is the decision. */
  async function deciding(command: string, input: Record<string, unknown>): Promise<Case['go']> {
    const { approvalId } = expectDone(await ask(desk.finance, command, input));
    return (requestId) => decide(desk.manager, approvalId, 'APPROVE', requestId);
  }
  const firstOf = async (contractId: string) => (await installmentsOf(ground.client, contractId))[0]?.id;
  const cancelling = (contractId: string) => ({
    contractId,
    kind: 'BUYER_DEFAULT',
    cancelledOn: daysAgo(0),
    reason: 'The buyer does not pay',
  });
  const replanning = (contractId: string, planId: string, newPrice: string) => ({
    contractId,
    planId,
    newPrice,
    effectiveOn: daysAgo(0),
    reason: 'Asked for',
  });
  let halves: Promise<string> | null = null;
  const planOfHalves = () => {
    const lines = [1, 2].map((monthsAfter) => ({
      name: 'Half',
      percent: 50,
      anchor: 'SIGNING',
      monthsAfter,
    }));
    halves ??= makePlan(ground.client, lines);
    return halves;
  };
  const settled = async (contractId: string, measuredArea: string) =>
    post(
      'post-area-settlement',
      await run(desk.finance, 'settle-area', { contractId, measuredArea, unitPrice: '50000.00' }),
    );

  const SCENARIOS: Scenario[] = [
    {
      name: 'bounce-receipt',
      paid: '250000.00',
      async prepare(contractId) {
        const [receipt] = await records(ground.client, 'receipt', { contractId });
        return post('bounce-receipt', { receiptId: receipt?.id, reason: 'No cover' });
      },
    },
    {
      name: 'waive, through decide-approval',
      async prepare(contractId) {
        const installmentId = await firstOf(contractId);
        return deciding('waive', { installmentId, what: 'PRINCIPAL', reason: 'Goodwill' });
      },
    },
    {
      name: 'cancel-contract with money to refund',
      paid: '450000.00',
      project: { settlementRegime: 'DUBAI', completionPercent: 45 },
      async prepare(contractId) {
        await run(desk.finance, 'record-promise', { contractId, amount: '1.00', payBy: daysAgo(-9) });
        return deciding('cancel-contract', cancelling(contractId));
      },
    },
    {
      name: 'cancel-contract that ends at once',
      prepare: (contractId) => deciding('cancel-contract', cancelling(contractId)),
    },
    {
      name: 'record-refund that ends a cancelled contract',
      paid: '450000.00',
      async prepare(contractId) {
        await approved(desk, 'cancel-contract', cancelling(contractId));
        const { prepaid: amount } = await recordOf(ground.client, 'contract', contractId);
        const refund = { contractId, amount, method: 'TRANSFER', refundedOn: daysAgo(0) };
        return deciding('record-refund', { ...refund, why: 'CANCELLATION' });
      },
    },
    {
      name: 'replan-contract to a higher price',
      paid: '250000.00',
      prepare: async (contractId) =>
        deciding('replan-contract', replanning(contractId, await planOfHalves(), '1200000.01')),
    },
    {
      name: 'replan-contract below what is paid',
      paid: '250000.00',
      prepare: async (contractId) =>
        deciding('replan-contract', replanning(contractId, await planOfHalves(), '150000.00')),
    },
    {
      // 2.00 m² at 50,000.00 are just the last installment: nothing of it is left to show that it was done.
      name: 'post-area-settlement with a refund',
      paid: '250000.00',
      prepare: (contractId) => settled(contractId, '98.00'),
    },
    {
      name: 'post-area-settlement that the buyer pays',
      prepare: (contractId) => settled(contractId, '102.50'),
    },
    {
      name: 'disburse-mortgage',
      lines: [dueLine('Own', 40, daysAgo(5)), { name: 'Loan', percent: 60, anchor: 'LOAN' }],
      async prepare(contractId) {
        const { mortgageCaseId } = await run(desk.finance, 'open-mortgage', {
          contractId,
          bank: 'First Bank',
          kind: 'COMMERCIAL',
          amountAsked: '600000.00',
          termMonths: 360,
          annualRatePercent: '4.9',
          repayment: 'EQUAL_INSTALLMENT',
        });
        for (const to of ['SUBMITTED', 'APPROVED'])
          await run(desk.finance, 'move-mortgage', { mortgageCaseId, to, on: daysAgo(0) });
        return post('disburse-mortgage', { mortgageCaseId, amount: '600000.00', on: daysAgo(0) });
      },
    },
    {
      name: 'post-bank-statement',
      async prepare(contractId) {
        const { name } = await recordOf(ground.client, 'contract', contractId);
        const csv = `Date,Amount,Reference\n${daysAgo(1)},1000.00,${name}\n${daysAgo(1)},2000.00,${name}`;
        const file = { fileName: 'a.csv', account: name, currency: 'EUR' };
        const contentBase64 = Buffer.from(csv, 'utf8').toString('base64');
        const body = { requestId: randomUUID(), ...file, contentBase64 };
        const read = await desk.finance.command<{ bankStatementId: string }>(
          'files',
          'read-bank-statement',
          body,
        );
        return post('post-bank-statement', { bankStatementId: expectDone(read).bankStatementId });
      },
    },
  ];

  async function prepared({ name, lines = LINES, project = {}, paid, prepare }: Scenario): Promise<Case> {
    const known = sites.get(name);
    const at = known ?? {
      site: await buildLedgerSite(ground.client, { units: UNITS, price: '1000000.00', lines, project }),
      next: 0,
    };
    sites.set(name, at);
    const index = at.next++;
    const contractId = await signOld(ground.client, at.site, index, daysAgo(100));
    if (paid !== undefined)
      await receive(ground.client, contractId, {
        amount: paid,
        valueOn: daysAgo(10),
        allowPrepayment: true,
      });
    return { contractId, unitId: at.site.unitIds[index] ?? '', go: await prepare(contractId) };
  }

  /** All that the ledger has of a contract, without what is another in every run: ids, numbers, times. */
  async function stateOf({ contractId, unitId }: Case) {
    const { name } = await recordOf(ground.client, 'contract', contractId);
    const seqOf = new Map<string | null, number | null>(
      (await installmentsOf(ground.client, contractId)).map(({ id, seq }) => [id, seq]),
    );
    const rows = async (object: ObjectName, fields: readonly string[], where = {}) =>
      (await records(ground.client, object, { contractId, ...where }))
        .map((one) => {
          const { installmentId = null } = one as { installmentId?: string | null };
          const shown = fields.map((field) => String(one[field as never] ?? '').replaceAll(name, 'N'));
          return [seqOf.get(installmentId) ?? '', ...shown].join(' ');
        })
        .sort();
    const { price, cancelKind } = await recordOf(ground.client, 'contract', contractId);
    return {
      ...(await ledgerState(ground.client, contractId)),
      // How often an allocation was taken back on the way is no part of the end.
      mirrored: null,
      contractTerms: { price, cancelKind },
      lines: await rows('installment', ['seq', 'chargeType', 'dueOn', 'amount', 'closedAs', 'name']),
      adjustments: await rows('adjustment', ['kind', 'amount', 'effectiveOn', 'approvedBy', 'reason']),
      receipts: await rows('receipt', ['method', 'source', 'amount', 'allocated', 'state', 'valueOn']),
      refunds: await rows('refund', ['amount', 'state', 'why', 'approvedBy']),
      fees: await rows('lateFeeEntry', ['kind', 'amount', 'upTo']),
      settlements: await rows('areaSettlement', ['state', 'postedOn', 'buyerPays', 'buyerRefund']),
      mortgages: await rows('mortgageCase', ['state', 'amountDisbursed', 'disbursedOn']),
      promises: await rows('paymentPromise', ['state']),
      bankLines: await rows('bankStatementLine', ['state', 'amount']),
      unit: (await stateOfUnit(ground.client, unitId)).unit,
      locks: (await stateOfUnit(ground.client, unitId)).locks,
    };
  }

  async function expectNothingBegun() {
    expect(await records(ground.client, 'auditEntry', { outcome: 'STARTED' })).toEqual([]);
  }
  /** Two minutes are the patience of the repair job; here they pass at once. */
  const letTimePass = () =>
    ground.workspace.sql(
      `update "keyturnAuditEntry" set "startedAt" = "startedAt" - interval '10 minutes' where outcome = 'STARTED'`,
    );

  async function cleanRun(scenario: Scenario) {
    const one = await prepared(scenario);
    ground.workspace.requests.reset();
    const answer = expectDone(await one.go(randomUUID()));
    const writes = ground.workspace.requests.mutations;
    expect(answer).not.toMatchObject({ isCarriedOut: false });
    return { writes, clean: await stateOf(one) };
  }

  it.each(SCENARIOS)(
    '$name, dead before any write, then the same request again',
    async (scenario) => {
      const { writes, clean } = await cleanRun(scenario);
      expect(writes).toBeGreaterThan(3);
      for (let write = 1; write <= writes; write++) {
        const one = await prepared(scenario);
        const requestId = randomUUID();
        ground.workspace.faults.killFunctionBeforeWrite(write);
        expect((await one.go(requestId)).ok).toBe(false);
        ground.workspace.faults.clear();
        expect(expectDone(await one.go(requestId))).not.toMatchObject({ isCarriedOut: false });
        expect({ write, ...(await stateOf(one)) }).toEqual({ write, ...clean });
      }
      await expectNothingBegun();
    },
    120_000,
  );

  it.each(SCENARIOS)(
    '$name, dead after any write and never asked again: the repair job',
    async (scenario) => {
      const { writes, clean } = await cleanRun(scenario);
      const cases: Case[] = [];
      for (let write = 1; write <= writes; write++) {
        const one = await prepared(scenario);
        ground.workspace.faults.killFunctionAfterWrites(write);
        expect((await one.go(randomUUID())).ok).toBe(false);
        ground.workspace.faults.clear();
        cases.push(one);
      }
      await letTimePass();
      await ground.workspace.runCron('keyturn-resume-commands');
      for (const [index, one] of cases.entries())
        expect({ write: index + 1, ...(await stateOf(one)) }).toEqual({ write: index + 1, ...clean });
      await expectNothingBegun();
      for (const { outcome, state } of await records(ground.client, 'approval'))
        if (state === 'APPROVED') expect(outcome).not.toBe('');
    },
    120_000,
  );

  it.each([
    ['money comes in', (contractId: string) => receive(ground.client, contractId, MONEY)],
    [
      'a receipt bounces',
      async (contractId: string) => {
        const [receipt] = await records(ground.client, 'receipt', { contractId });
        const body = { receiptId: receipt?.id, reason: 'No cover' };
        await run(ground.client, 'bounce-receipt', body);
      },
    ],
  ])('D2.6: re-planning is cut off, %s, it goes on: the sum is the price', async (_what, happens) => {
    const scenario = SCENARIOS.find(({ name }) => name.startsWith('replan-contract to'));
    if (scenario === undefined) throw new Error('no such scenario');
    for (let write = 4; write <= 9; write++) {
      const one = await prepared(scenario);
      const requestId = randomUUID();
      ground.workspace.faults.killFunctionBeforeWrite(write);
      expect((await one.go(requestId)).ok).toBe(false);
      ground.workspace.faults.clear();
      await happens(one.contractId);
      expect(expectDone(await one.go(requestId))).toMatchObject({ isCarriedOut: true });
      const report = await run(ground.client, 'reconcile', { contractId: one.contractId });
      expect({ write, ...report }).toMatchObject({ write, repaired: [], problems: [] });
      const { price } = await recordOf(ground.client, 'contract', one.contractId);
      expect(price).toBe('1200000.01');
    }
  });
});
