/** What `every-command-killed.test.ts` cuts off: for each command a fresh subject, and the input that acts on it. */
import { randomUUID } from 'node:crypto';
import { openWorkOf, passOn } from '#commands/deal/transfer-records.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { euros, type Ground } from './ground.ts';
import type { Desk, Fault, Options } from './in-process.ts';
import { CARE_SCENARIOS } from './killed-care-scenarios.ts';
import { companyOf, INSPECTION_SCENARIOS, withoutTemplates } from './killed-inspection-scenarios.ts';
import { daysAgo } from './ledger-site.ts';

/** @throws Error when there is no such command. */
export function named(name: string): AnyCommand {
  const command = ALL_COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`There is no command ${name}`);
  return command;
}

export type Killed = { input: Record<string, unknown>; options?: Options };

export type Scenario = {
  name: string;
  command: AnyCommand;
  /** Without it all of them. */
  faults?: readonly Fault[];
  /** Makes a subject that nobody has touched yet. */
  prepare(stage: Stage): Promise<Killed>;
};

const PRICE = '1000000.00';
const TODAY = daysAgo(0);

/** A development in which subjects are made one by one; all of a kind are alike but for their number. */
export type Stage = {
  desk: Desk;
  projectId: string;
  buyerId: string;
  /** People of the workspace. */
  memberIds: readonly string[];
  planId: string;
  unit(more?: Record<string, unknown>): Promise<string>;
  reservation(more?: Record<string, unknown>): Promise<{ reservationId: string; unitId: string }>;
  contract(): Promise<{ contractId: string; unitId: string }>;
  company(): Promise<string>;
  create(type: string, data: Record<string, unknown>): Promise<string>;
};

export async function buildStage(ground: Ground, desk: Desk): Promise<Stage> {
  let number = 0;
  const create: Stage['create'] = async (type, data) => {
    const id = randomUUID();
    const name = `keyturn${type}`;
    const Type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    await ground.client.graphql(
      `mutation ($data: ${Type}CreateInput!) { create${Type}(data: $data) { id } }`,
      { data: { id, ...data } },
    );
    return id;
  };
  const buyerId = randomUUID();
  await ground.client.graphql('mutation ($data: PersonCreateInput!) { createPerson(data: $data) { id } }', {
    data: { id: buyerId, name: { firstName: 'Mei', lastName: 'Lin' } },
  });
  const terms = { currencyCode: 'EUR', timeZone: 'UTC', holdHours: 24, lateFeeRate: 5 };
  const projectId = await create('Project', { name: 'Killed', code: 'KILLED', ...terms });
  const planId = await create('PaymentPlan', { name: 'Three', isActive: true });
  for (const [index, line] of [
    { name: 'Late', percent: 10, anchor: 'DATE', dueOn: daysAgo(20) },
    { name: 'Topped out', percent: 50, anchor: 'MILESTONE', milestoneCode: 'TOP_OUT' },
    { name: 'Loan', percent: 40, anchor: 'LOAN' },
  ].entries())
    await create('PaymentPlanLine', { paymentPlanId: planId, step: index + 1, basis: 'PERCENT', ...line });
  const commissionPlanId = await create('CommissionPlan', { name: 'Two percent', projectId, isActive: true });
  await create('CommissionTier', { name: 'All', commissionPlanId, percent: 2, fromAmount: euros('0.00') });

  const unit: Stage['unit'] = async (more = {}) => {
    const index = ++number;
    const buildingId = await create('Building', {
      name: `K ${index}`,
      code: `K ${index}`,
      projectId,
      completionCertificate: `CC ${index}`,
    });
    await create('Milestone', { name: 'Topped out', code: 'TOP_OUT', step: 1, buildingId });
    const place = { buildingId, projectId, number: '1', areaSquareMetres: 100, listPrice: euros(PRICE) };
    const unitId = await create('Unit', { name: `K ${index}`, ...place });
    if (more.isPlanned !== true) await desk.done(named('release-units'), { unitIds: [unitId] });
    return unitId;
  };
  const reservation: Stage['reservation'] = async (more = {}) => {
    const unitId = await unit();
    const { now, ...input } = more as { now?: Date };
    const { result } = await desk.done(
      named('reserve-unit'),
      { unitId, buyerId, ...input },
      now === undefined ? {} : { now },
    );
    return { reservationId: String(result.reservationId), unitId };
  };
  const contract: Stage['contract'] = async () => {
    const { reservationId, unitId } = await reservation();
    const signing = { reservationId, planId, number: `K-${number}`, signedOn: daysAgo(60) };
    const { result } = await desk.done(named('sign-contract'), signing);
    return { contractId: String(result.contractId), unitId };
  };
  const memberIds = ground.workspace.members.map(({ id }) => id);
  const company = () => companyOf(ground.client);
  return { desk, projectId, buyerId, memberIds, planId, unit, reservation, contract, company, create };
}

const CHEQUE = {
  amount: '40000.00',
  method: 'CHEQUE',
  receivedOn: TODAY,
  isPending: true,
  chequeNumber: '7',
};
const MONEY = { amount: '150000.00', method: 'TRANSFER', receivedOn: TODAY, valueOn: daysAgo(5) };

async function receiptOf(stage: Stage, money: Record<string, unknown>): Promise<string> {
  const { contractId } = await stage.contract();
  const { result } = await stage.desk.done(named('record-receipt'), { contractId, ...money });
  return String(result.receiptId);
}

async function loanOf(stage: Stage): Promise<Killed> {
  const { contractId } = await stage.contract();
  const loan = { bank: 'First Bank', kind: 'COMMERCIAL', amountAsked: '400000.00', termMonths: 360 };
  return { input: { contractId, ...loan, annualRatePercent: '4.9', repayment: 'EQUAL_INSTALLMENT' } };
}

/** An input that names nothing but the contract, and what is added to it. */
function ofContract(more: Record<string, unknown> = {}): Scenario['prepare'] {
  return async (stage) => ({ input: { contractId: (await stage.contract()).contractId, ...more } });
}

export const SCENARIOS: Scenario[] = [
  ...CARE_SCENARIOS,
  ...INSPECTION_SCENARIOS,
  {
    name: 'release-units',
    command: named('release-units'),
    prepare: async (stage) => ({
      input: { unitIds: [await stage.unit({ isPlanned: true }), await stage.unit({ isPlanned: true })] },
    }),
  },
  {
    name: 'certify-milestone',
    command: named('certify-milestone'),
    async prepare(stage) {
      const { unitId } = await stage.contract();
      const { units } = await stage.desk.store.read({ units: { object: 'unit', filter: { id: unitId } } });
      const { found } = await stage.desk.store.read({
        found: { object: 'milestone', filter: { buildingId: units[0]?.buildingId ?? null } },
      });
      return { input: { milestoneId: found[0]?.id, certifiedOn: daysAgo(3) } };
    },
  },
  {
    name: 'cancel-reservation',
    command: named('cancel-reservation'),
    prepare: async (stage) => ({
      input: { reservationId: (await stage.reservation()).reservationId, reason: 'Changed their mind' },
    }),
  },
  {
    name: 'reserve-unit by a quote',
    command: named('reserve-unit'),
    async prepare(stage) {
      const { quoteId, unitId } = await quoteOf(stage);
      return { input: { unitId, buyerId: stage.buyerId, quoteId } };
    },
  },
  {
    name: 'save-quote, new',
    command: named('save-quote'),
    prepare: async (stage) => ({ input: { unitId: await stage.unit(), buyerId: stage.buyerId } }),
  },
  {
    name: 'save-quote, a new version',
    command: named('save-quote'),
    async prepare(stage) {
      const { quoteId, unitId } = await quoteOf(stage);
      await stage.desk.done(named('send-quote'), { quoteId });
      return { input: { quoteId, unitId, buyerId: stage.buyerId, planId: stage.planId } };
    },
  },
  {
    name: 'send-quote in place of a former version',
    command: named('send-quote'),
    async prepare(stage) {
      const { quoteId: former, unitId } = await quoteOf(stage);
      await stage.desk.done(named('send-quote'), { quoteId: former });
      const asked = { quoteId: former, unitId, buyerId: stage.buyerId, planId: stage.planId };
      const { result } = await stage.desk.done(named('save-quote'), asked);
      return { input: { quoteId: result.quoteId } };
    },
  },
  {
    name: 'withdraw-quote',
    command: named('withdraw-quote'),
    prepare: async (stage) => ({ input: { quoteId: (await quoteOf(stage)).quoteId, reason: 'Dropped' } }),
  },
  {
    name: 'expire-reservation',
    command: named('expire-reservation'),
    async prepare(stage) {
      const now = new Date(Date.now() - 48 * 3_600_000);
      return { input: { reservationId: (await stage.reservation({ now })).reservationId } };
    },
  },
  { name: 'record-receipt', command: named('record-receipt'), prepare: ofContract(MONEY) },
  {
    name: 'record-receipt of a deposit',
    command: named('record-receipt'),
    prepare: async (stage) => ({
      input: { reservationId: (await stage.reservation()).reservationId, ...MONEY },
    }),
  },
  {
    name: 'clear-receipt',
    command: named('clear-receipt'),
    prepare: async (stage) => ({ input: { receiptId: await receiptOf(stage, CHEQUE), clearedOn: TODAY } }),
  },
  {
    name: 'reverse-receipt',
    command: named('reverse-receipt'),
    prepare: async (stage) => ({
      input: { receiptId: await receiptOf(stage, MONEY), reason: 'Keyed twice' },
    }),
  },
  {
    name: 'add-charge',
    command: named('add-charge'),
    prepare: ofContract({ chargeType: 'TAX', label: 'Deed tax', amount: '100.00', dueOn: TODAY }),
  },
  {
    name: 'settle-area',
    command: named('settle-area'),
    prepare: ofContract({ measuredArea: '101.5', unitPrice: '10000.00' }),
  },
  { name: 'open-mortgage', command: named('open-mortgage'), prepare: loanOf },
  {
    name: 'move-mortgage, approved for less',
    command: named('move-mortgage'),
    async prepare(stage) {
      const { input } = await loanOf(stage);
      const { result } = await stage.desk.done(named('open-mortgage'), input);
      const { mortgageCaseId } = result;
      await stage.desk.done(named('move-mortgage'), { mortgageCaseId, to: 'SUBMITTED', on: TODAY });
      return { input: { mortgageCaseId, to: 'APPROVED', on: TODAY, amountApproved: '300000.00' } };
    },
  },
  {
    name: 'set-up-dunning',
    command: named('set-up-dunning'),
    // The ladder is the workspace's: each run begins without one, and the last one leaves it to the notices.
    async prepare({ desk: { store } }) {
      const { steps } = await store.read({ steps: { object: 'dunningStep', filter: {} } });
      if (steps.length > 0)
        await store.destroyWhere('dunningStep', { id: { in: steps.map(({ id }) => id) } });
      return { input: {} };
    },
  },
  {
    name: 'issue-notice',
    command: named('issue-notice'),
    // A key that is taken means that the notice is there: nothing is left to do.
    faults: ['BEFORE', 'AFTER'],
    prepare: ofContract(),
  },
  {
    name: 'mark-notice',
    command: named('mark-notice'),
    async prepare(stage) {
      const { contractId } = await stage.contract();
      await stage.desk.done(named('issue-notice'), { contractId });
      const { found } = await stage.desk.store.read({
        found: { object: 'dunningNotice', filter: { contractId } },
      });
      return { input: { dunningNoticeId: found[0]?.id, to: 'SENT', on: TODAY } };
    },
  },
  {
    name: 'record-promise',
    command: named('record-promise'),
    prepare: ofContract({ amount: '500.00', payBy: daysAgo(-9) }),
  },
  { name: 'ask-payment', command: named('ask-payment'), prepare: ofContract({ amount: '500.00' }) },
  {
    name: 'earn-commission',
    command: named('earn-commission'),
    prepare: async (stage) => ({ input: { contractId: await paidContract(stage) } }),
  },
  {
    name: 'pay-commission',
    command: named('pay-commission'),
    async prepare(stage) {
      const contractId = await paidContract(stage);
      await stage.desk.done(named('earn-commission'), { contractId });
      const { found } = await stage.desk.store.read({
        found: { object: 'commission', filter: { contractId } },
      });
      return { input: { commissionId: found[0]?.id, paidOn: TODAY } };
    },
  },
  {
    name: 'ask-approval',
    command: named('ask-approval'),
    async prepare(stage) {
      const { contractId } = await stage.contract();
      const input = { contractId, kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Both agreed' };
      return { input: { command: 'cancel-contract', input, reason: 'Both agreed' } };
    },
  },
  {
    name: 'withdraw-approval',
    command: named('withdraw-approval'),
    async prepare(stage) {
      const { contractId } = await stage.contract();
      const input = { contractId, kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Both agreed' };
      const asked = { command: 'cancel-contract', input, reason: 'Both agreed' };
      const { result } = await stage.desk.done(named('ask-approval'), asked);
      return { input: { approvalId: result.approvalId, note: 'No longer wanted' } };
    },
  },
  {
    // Its own crash points are cut in ledger-crashes.test.ts.
    name: 'decide-approval, sent twice',
    command: named('decide-approval'),
    faults: ['TWIN'],
    async prepare(stage) {
      const { contractId } = await stage.contract();
      const input = { contractId, kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Both agreed' };
      const asked = { command: 'cancel-contract', input, reason: 'Both agreed' };
      const { result } = await stage.desk.done(named('ask-approval'), asked);
      const options = { actor: { memberId: null, name: 'Director' } };
      return { input: { approvalId: result.approvalId, decision: 'APPROVE' }, options };
    },
  },
  {
    name: 'transfer-deals',
    command: named('transfer-deals'),
    // Its only key is the leaver's: one that is taken means that another transfer is at work.
    faults: ['BEFORE', 'AFTER', 'TWIN'],
    prepare: (stage) => leaving(stage),
  },
  {
    name: 'roll-back-transfer',
    command: named('roll-back-transfer'),
    async prepare(stage) {
      const { input, options } = await leaving(stage);
      const { result } = await stage.desk.done(named('transfer-deals'), input, options);
      return { input: { dealTransferId: result.dealTransferId, reason: 'Stays after all' } };
    },
  },
  {
    name: 'hand-over',
    command: named('hand-over'),
    async prepare(stage) {
      await withoutTemplates(stage.desk);
      const contractId = await paidContract(stage, PRICE);
      await stage.desk.store.read({});
      return { input: { contractId, handedOverOn: TODAY, receivedBy: 'Lin Mei', keySets: 3 } };
    },
  },
  {
    name: 'reconcile',
    command: named('reconcile'),
    prepare: async (stage) => ({ input: { contractId: await paidContract(stage) } }),
  },
];

/** Somebody with a reservation, a contract, a hold and a loan leaves; two colleagues stay. */
async function leaving(stage: Stage): Promise<Killed> {
  const { desk, memberIds } = stage;
  const [fromId = '', ...toIds] = memberIds;
  const options = { actor: { memberId: fromId, name: 'Leaver' } };
  // What came back in the run before is nobody's in this one.
  const earlier = await openWorkOf(desk.store, fromId);
  await passOn(
    desk.store,
    earlier.map((one) => ({ ...one, from: fromId, to: toIds[0] ?? '' })),
  );
  const { result } = await desk.done(named('hold-unit'), { unitId: await stage.unit() }, options);
  const { reservationId } = await stage.reservation();
  const { contractId } = await stage.contract();
  const { input } = await loanOf(stage);
  const loan = await desk.done(named('open-mortgage'), { ...input, contractId });
  const { store } = desk;
  const { reservations, contracts, cases } = await store.read({
    reservations: { object: 'reservation', filter: { id: reservationId } },
    contracts: { object: 'contract', filter: { id: contractId } },
    cases: { object: 'mortgageCase', filter: { id: String(loan.result.mortgageCaseId) } },
  });
  const salespersonId = fromId;
  await store.write([
    { changeMany: 'reservation', changes: reservations.map((record) => ({ record, to: { salespersonId } })) },
    { changeMany: 'contract', changes: contracts.map((record) => ({ record, to: { salespersonId } })) },
    { changeMany: 'mortgageCase', changes: cases.map((record) => ({ record, to: { ownerId: fromId } })) },
  ]);
  // The places of the leaver are few, and the next one who leaves needs them.
  await freePlace(stage, String(result.holdId));
  const approval = { id: randomUUID(), by: 'Director' };
  return { input: { fromId, toIds, reason: 'Leaves the company' }, options: { approval } };
}

async function freePlace({ desk: { store } }: Stage, holdId: string): Promise<void> {
  const { holds } = await store.read({ holds: { object: 'unitHold', filter: { id: holdId } } });
  await store.write([
    { changeMany: 'unitHold', changes: holds.map((record) => ({ record, to: { slotKey: '' } })) },
  ]);
}

async function paidContract(stage: Stage, amount = '150000.00'): Promise<string> {
  const { contractId } = await stage.contract();
  await stage.desk.done(named('record-receipt'), { contractId, ...MONEY, amount, allowPrepayment: true });
  return contractId;
}

/** A draft with all that it needs to be sent. */
async function quoteOf(stage: Stage): Promise<{ quoteId: string; unitId: string }> {
  const unitId = await stage.unit();
  const asked = { unitId, buyerId: stage.buyerId, planId: stage.planId };
  const { result } = await stage.desk.done(named('save-quote'), asked);
  return { quoteId: String(result.quoteId), unitId };
}
