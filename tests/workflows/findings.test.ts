import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHighValueBuyers } from '#commands/deal/find-high-value-buyers.ts';
import {
  findExpiringReservations,
  findMissingDeposits,
  findUnsignedReservations,
} from '#commands/deal/find-reservations.ts';
import { findHandover } from '#commands/handover/find-handover.ts';
import { findUnbookedHandovers } from '#commands/handover/find-unbooked-handovers.ts';
import { certifyMilestone } from '#commands/inventory/certify-milestone.ts';
import {
  findInstallmentsDue,
  findInstallmentsOverdue,
  findMilestoneInstallments,
} from '#commands/ledger/find-installments.ts';
import { findStalledMortgages } from '#commands/ledger/find-stalled-mortgages.ts';
import { openMortgage } from '#commands/ledger/mortgage-cases.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { askApproval } from '#commands/system/approvals.ts';
import { findWaitingApprovals } from '#commands/system/find-waiting-approvals.ts';
import { type AnyFinding, type Found, lookFor, MOST_FOUND } from '#commands/system/finding.ts';
import { parseInput } from '#commands/system/input.ts';
import { leaveTasks, leaveTasksSchema } from '#commands/system/leave-tasks.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Tasks } from '#port/tasks.ts';
import {
  buildSite,
  type Ground,
  openGround,
  PRICE,
  reserve,
  type Site,
  sell,
  TODAY,
} from '#tests/road/ground.ts';
import { type Desk, inProcess } from '#tests/road/in-process.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyTasks } from '#twenty/tasks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let ground: Ground;
let desk: Desk;
let tasks: Tasks;
let site: Site;
let memberId: string;
/** One of the site's salespeople has all of these. */
let held: string;
let signed: { contractId: string; reservationId: string };

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

beforeAll(async () => {
  ground = await openGround();
  const { workspace, client } = ground;
  desk = inProcess(workspace.url, workspace.applicationToken);
  tasks = twentyTasks(twentyClient(workspace.url, workspace.applicationToken));
  memberId = workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Sales')?.id ?? '';
  site = await buildSite(client, { units: 7, buyers: 4 });
  const answer = await ground.as('Keyturn Sales').command<{ reservationId: string }>('deal', 'reserve-unit', {
    requestId: randomUUID(),
    unitId: site.unitIds[0] ?? '',
    buyerId: site.buyerIds[0],
  });
  if (!answer.ok) throw new Error(answer.message);
  held = answer.result.reservationId;
  signed = await sell(client, site, 1);
});
afterAll(() => ground.close());

/** What is found, whether or not somebody was told of it. */
async function found(
  finding: AnyFinding,
  input: Record<string, unknown>,
  now = new Date(),
): Promise<Found[]> {
  const parsed = parseInput<unknown>(finding.schema, input);
  if (isRefused(parsed)) throw new Error(JSON.stringify(parsed.refused));
  const answer = await finding.find({ store: desk.store, clock: { now: () => now } }, parsed.plan);
  if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused));
  return answer.plan;
}

const idsOf = (items: readonly Found[]) => items.map(({ recordId }) => recordId);

describe('reservations about to expire', () => {
  it('are found within the hours that are left, with whose they are and until when', async () => {
    const items = await found(findExpiringReservations, { withinHours: 25 });
    expect(items).toContainEqual(
      expect.objectContaining({ object: 'reservation', recordId: held, assigneeId: memberId }),
    );
    expect(items.find(({ recordId }) => recordId === held)?.dueAt).toMatch(/^\d{4}-/);
  });

  it.each([
    ['not yet within the hours', 22, new Date()],
    ['over already', 25, inHours(25)],
  ])('are not, when %s', async (_, withinHours, now) => {
    expect(idsOf(await found(findExpiringReservations, { withinHours }, now))).not.toContain(held);
  });

  it('are a new occasion once their time is longer', async () => {
    const [before] = (await found(findExpiringReservations, { withinHours: 25 })).filter(
      ({ recordId }) => recordId === held,
    );
    const { rows } = await desk.store.read({ rows: { object: 'reservation', filter: { id: held } } });
    const [record] = rows;
    if (record === undefined) throw new Error('it is gone');
    const validUntil = inHours(24.5).toISOString();
    await desk.store.write([{ change: 'reservation', record, to: { validUntil } }]);
    const [after] = (await found(findExpiringReservations, { withinHours: 25 })).filter(
      ({ recordId }) => recordId === held,
    );
    expect(after?.occasion).not.toBe(before?.occasion);
  });
});

describe('deposits that are missing', () => {
  it('are found after the hours, with what is missing, and no longer once they are paid', async () => {
    const { rows } = await desk.store.read({ rows: { object: 'reservation', filter: { id: held } } });
    const [record] = rows;
    if (record === undefined) throw new Error('it is gone');
    await desk.store.write([
      {
        change: 'reservation',
        record,
        to: { depositAsked: { minor: 100_000n, currency: 'EUR' } },
      },
    ]);
    const later = inHours(3);
    expect(idsOf(await found(findMissingDeposits, { afterHours: 4 }, later))).not.toContain(held);
    const [item] = (await found(findMissingDeposits, { afterHours: 2 }, later)).filter(
      ({ recordId }) => recordId === held,
    );
    expect(item?.label).toContain('1000.00 EUR');
    await desk.done(recordReceipt, {
      reservationId: held,
      amount: '1000.00',
      method: 'CASH',
      receivedOn: TODAY,
    });
    expect(idsOf(await found(findMissingDeposits, { afterHours: 2 }, later))).not.toContain(held);
  });
});

describe('large deposits without contract', () => {
  it('are found after the days; a signed one is not', async () => {
    const { rows } = await desk.store.read({ rows: { object: 'reservation', filter: { id: held } } });
    const [record] = rows;
    if (record === undefined) throw new Error('it is gone');
    const now = inHours(8 * 24);
    await desk.store.write([
      { change: 'reservation', record, to: { validUntil: inHours(20 * 24).toISOString() } },
    ]);
    expect(idsOf(await found(findUnsignedReservations, { afterDays: 7 }, now))).toContain(held);
    expect(idsOf(await found(findUnsignedReservations, { afterDays: 9 }, now))).not.toContain(held);
    expect(idsOf(await found(findUnsignedReservations, {}, now))).not.toContain(signed.reservationId);
  });
});

describe('installments', () => {
  it('are found when they fall due soon, then when they are late (D10: due today is neither late)', async () => {
    const { own } = await desk.store.read({
      own: { object: 'installment', filter: { contractId: signed.contractId }, orderBy: { seq: 'ASC' } },
    });
    const [first] = own;
    if (first?.dueOn == null) throw new Error('the first has no due date');
    const dueAt = new Date(`${first.dueOn}T12:00:00Z`).getTime();
    const on = (days: number) => new Date(dueAt + days * DAY);
    expect(idsOf(await found(findInstallmentsDue, { withinDays: 7 }, on(-7)))).toContain(first.id);
    expect(idsOf(await found(findInstallmentsDue, { withinDays: 7 }, on(-8)))).not.toContain(first.id);
    expect(idsOf(await found(findInstallmentsDue, { withinDays: 7 }, on(0)))).toContain(first.id);
    expect(idsOf(await found(findInstallmentsDue, { withinDays: 7 }, on(1)))).not.toContain(first.id);
    expect(idsOf(await found(findInstallmentsOverdue, {}, on(0)))).not.toContain(first.id);
    expect(idsOf(await found(findInstallmentsOverdue, {}, on(1)))).toContain(first.id);
    expect(idsOf(await found(findInstallmentsOverdue, { daysLate: 3 }, on(2)))).not.toContain(first.id);
    await desk.done(recordReceipt, {
      contractId: signed.contractId,
      amount: '123456.79',
      method: 'TRANSFER',
      receivedOn: TODAY,
    });
    expect(idsOf(await found(findInstallmentsOverdue, {}, on(9)))).not.toContain(first.id);
  });

  it('of a certified milestone are told once for each salesperson, and none before it is certified', async () => {
    const { early } = site.milestones;
    expect(await found(findMilestoneInstallments, { milestoneId: early })).toEqual([]);
    await desk.done(certifyMilestone, { milestoneId: early, certifiedOn: TODAY });
    const items = await found(findMilestoneInstallments, { milestoneId: early });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ object: 'milestone', recordId: early, assigneeId: null });
    expect(items[0]?.details).toContain(TODAY);
  });

  it('of a milestone that is not there: refused', async () => {
    await expect(found(findMilestoneInstallments, { milestoneId: randomUUID() })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('what waits', () => {
  it('a mortgage that has not moved for the days is found', async () => {
    const { result } = await desk.done(openMortgage, {
      contractId: signed.contractId,
      bank: 'First Bank',
      kind: 'COMMERCIAL',
      amountAsked: '500000.00',
      termMonths: 240,
      annualRatePercent: '3.9',
      repayment: 'EQUAL_INSTALLMENT',
    });
    const id = String(result.mortgageCaseId);
    expect(idsOf(await found(findStalledMortgages, { afterDays: 14 }, inHours(15 * 24)))).toContain(id);
    expect(idsOf(await found(findStalledMortgages, { afterDays: 14 }, inHours(13 * 24)))).not.toContain(id);
  });

  it('an approval that nobody has decided for the hours is found', async () => {
    const { result } = await desk.done(askApproval, {
      command: 'cancel-contract',
      input: { contractId: signed.contractId, kind: 'MUTUAL', cancelledOn: TODAY, reason: 'agreed' },
      reason: 'agreed',
    });
    const id = String(result.approvalId);
    expect(idsOf(await found(findWaitingApprovals, { afterHours: 24 }, inHours(25)))).toContain(id);
    expect(idsOf(await found(findWaitingApprovals, { afterHours: 24 }, inHours(23)))).not.toContain(id);
  });
});

describe('buyers of high value', () => {
  it('are found by homes or by money, with the salesperson who has them', async () => {
    const buyerId = site.buyerIds[3] ?? '';
    const sales = ground.as('Keyturn Sales');
    const seen = async (input: Record<string, unknown>) => idsOf(await found(findHighValueBuyers, input));
    await reserve(sales, site.unitIds[3] ?? '', buyerId);
    expect(await seen({ leastUnits: 2 })).not.toContain(buyerId);
    expect(await seen({ leastUnits: 9, leastAmount: PRICE })).toContain(buyerId);
    expect(await seen({ leastUnits: 9, leastAmount: '1234567.90' })).not.toContain(buyerId);
    await reserve(sales, site.unitIds[4] ?? '', buyerId);
    const [item] = (await found(findHighValueBuyers, {})).filter(({ recordId }) => recordId === buyerId);
    expect(item).toMatchObject({ object: 'person', assigneeId: memberId });
    expect(item?.label).toContain('2 × · 2469135.78 EUR');
  });
});

describe('a handover', () => {
  it('is found by its id; one that is not there finds nothing', async () => {
    const deal = await sell(ground.client, site, 5);
    const { rows } = await desk.store.read({
      rows: { object: 'contract', filter: { id: deal.contractId }, with: { unit: { project: true } } },
    });
    const [contract] = rows;
    const claimed = await desk.store.claim('handover', [
      { id: randomUUID(), name: 'A · Buyer', contractId: deal.contractId, unitId: contract?.unitId ?? null },
    ]);
    const invited = await desk.store.read({
      handovers: { object: 'handover', filter: { contractId: deal.contractId } },
    });
    const [record] = invited.handovers;
    if (record === undefined) throw new Error('no handover');
    // Only invited so far.
    expect(await found(findHandover, { handoverId: record.id })).toEqual([]);
    await desk.store.write([{ change: 'handover', record, to: { state: 'KEYS_HANDED' } }]);
    expect(claimed.won).toBe(true);
    const { handovers } = await desk.store.read({
      handovers: { object: 'handover', filter: { contractId: deal.contractId } },
    });
    const handoverId = handovers[0]?.id ?? '';
    expect(await found(findHandover, { handoverId })).toMatchObject([
      { object: 'handover', recordId: handoverId, occasion: 'handover booked' },
    ]);
    expect(await found(findHandover, { handoverId: randomUUID() })).toEqual([]);
  });
});

describe('handovers that nobody books', () => {
  it('are found after some days while the batch is open, and each no-show is told anew', async () => {
    const deal = await sell(ground.client, site, 6);
    const { contracts } = await desk.store.read({
      contracts: { object: 'contract', filter: { id: deal.contractId } },
    });
    const batch = { id: randomUUID(), name: 'Wave', buildingId: site.buildingId, state: 'OPEN' as const };
    const notifiedAt = new Date(Date.now() - 4 * 86_400_000).toISOString();
    const row = { id: randomUUID(), name: 'A · Wave', batchId: batch.id, notifiedAt, noShows: 0 };
    const unitId = contracts[0]?.unitId ?? null;
    await desk.store.write([{ create: 'handoverBatch', row: batch }]);
    await desk.store.write([{ create: 'handover', row: { ...row, contractId: deal.contractId, unitId } }]);
    const seen = async (input = {}) =>
      (await found(findUnbookedHandovers, input)).filter(({ recordId }) => recordId === row.id);
    expect(await seen({ afterDays: 5 })).toEqual([]);
    expect(await seen({})).toMatchObject([
      { occasion: 'handover not booked', assigneeId: contracts[0]?.salespersonId ?? null },
    ]);
    const change = async (object: 'handover' | 'handoverBatch', id: string, to: object) => {
      const { rows } = await desk.store.read({ rows: { object, filter: { id } } } as never);
      await desk.store.write([{ change: object, record: (rows as object[])[0], to } as never]);
    };
    await change('handover', row.id, { state: 'NO_SHOW', noShows: 2 });
    expect(await seen({})).toMatchObject([{ occasion: 'handover missed 2' }]);
    await change('handover', row.id, { state: 'BOOKED' });
    expect(await seen({})).toEqual([]);
    await change('handover', row.id, { state: 'NOTIFIED' });
    await change('handoverBatch', batch.id, { state: 'CLOSED' });
    expect(await seen({})).toEqual([]);
  });
});

describe('tasks (one an occasion)', () => {
  const item = (changes: Partial<Found> = {}): Found => ({
    occasion: `test ${randomUUID()}`,
    object: 'reservation',
    recordId: held,
    label: 'A-101 · Lin Mei',
    details: 'a line',
    assigneeId: memberId,
    dueAt: null,
    ...changes,
  });
  const leave = async (items: unknown, changes: Record<string, unknown> = {}) => {
    const parsed = parseInput<Parameters<typeof leaveTasks>[1]>(leaveTasksSchema, {
      items,
      title: 'Call the buyer',
      ...changes,
    });
    if (isRefused(parsed)) return parsed;
    return leaveTasks({ tasks, clock: { now: () => new Date('2026-03-02T09:00:00Z') } }, parsed.plan);
  };
  type Row = {
    id: string;
    title: string;
    dueAt: string;
    assigneeId: string | null;
    status: string;
    taskTargets: { edges: { node: { targetKeyturnReservationId: string | null } }[] };
  };
  const tasksCalled = async (text: string): Promise<Row[]> => {
    const data = await ground.client.graphql<{ tasks: { edges: { node: Row }[] } }>(
      `query ($filter: TaskFilterInput) { tasks(filter: $filter) { edges { node { id title dueAt assigneeId status
        taskTargets { edges { node { targetKeyturnReservationId } } } } } } }`,
      { filter: { title: { like: `%${text}%` } } },
    );
    return data.tasks.edges.map(({ node }) => node);
  };

  it('a task has a title, a date, whose it is, and the record it is about', async () => {
    const label = `label ${randomUUID()}`;
    expect(await leave([item({ label })], { dueInDays: 2 })).toEqual({ plan: { left: 1, known: 0 } });
    const [task] = await tasksCalled(label);
    expect(task).toMatchObject({ title: `Call the buyer: ${label}`, assigneeId: memberId, status: 'TODO' });
    expect(new Date(task?.dueAt ?? '').toISOString()).toBe('2026-03-04T09:00:00.000Z');
    expect(task?.taskTargets.edges.map(({ node }) => node.targetKeyturnReservationId)).toEqual([held]);
  });

  it('left twice, twenty times at once, or as text: there is one', async () => {
    const label = `label ${randomUUID()}`;
    const one = item({ label });
    await Promise.all(Array.from({ length: 20 }, () => leave([one])));
    expect(await leave(JSON.stringify([one, one]))).toEqual({ plan: { left: 0, known: 2 } });
    const found_ = await tasksCalled(label);
    expect(found_).toHaveLength(1);
    expect(found_[0]?.taskTargets.edges).toHaveLength(1);
  });

  it('a new one among known ones is left, and they are not', async () => {
    const [known, fresh] = [item(), item()];
    await leave([known]);
    expect(await leave([known, fresh])).toEqual({ plan: { left: 1, known: 1 } });
  });

  it('cut off between a task and its link, the next run links it', async () => {
    const label = `label ${randomUUID()}`;
    const { workspace } = ground;
    const client = twentyClient(workspace.url, workspace.applicationToken);
    let isCut = false;
    const cutting = twentyTasks({
      ...client,
      graphql: async (document, variables) => {
        if (document.includes('createTaskTargets')) isCut = true;
        if (isCut) throw new Error('cut');
        return client.graphql(document, variables);
      },
    });
    const one = item({ label });
    const plan = parseInput<Parameters<typeof leaveTasks>[1]>(leaveTasksSchema, { items: [one], title: 'T' });
    if (isRefused(plan)) throw new Error('refused');
    const clock = { now: () => new Date() };
    await expect(leaveTasks({ tasks: cutting, clock }, plan.plan)).rejects.toThrow('cut');
    expect((await tasksCalled(label))[0]?.taskTargets.edges).toEqual([]);
    expect(await leave([one])).toEqual({ plan: { left: 0, known: 1 } });
    const after = await tasksCalled(label);
    expect(after).toHaveLength(1);
    expect(after[0]?.taskTargets.edges).toHaveLength(1);
  });

  it('a task that somebody has deleted is not left again', async () => {
    const label = `label ${randomUUID()}`;
    const one = item({ label });
    await leave([one]);
    const [task] = await tasksCalled(label);
    await ground.client.graphql('mutation ($id: UUID!) { deleteTask(id: $id) { id } }', { id: task?.id });
    expect(await leave([one])).toEqual({ plan: { left: 0, known: 1 } });
    expect(await tasksCalled(label)).toEqual([]);
  });

  it('what belongs to nobody, or to somebody who has left, goes to who is named in the step', async () => {
    const labels = [`label ${randomUUID()}`, `label ${randomUUID()}`];
    await leave([item({ label: labels[0] ?? '', assigneeId: null })], { assigneeId: memberId });
    await leave([item({ label: labels[1] ?? '', assigneeId: randomUUID() })]);
    expect((await tasksCalled(labels[0] ?? ''))[0]?.assigneeId).toBe(memberId);
    expect((await tasksCalled(labels[1] ?? ''))[0]?.assigneeId).toBeNull();
  });

  it.each([
    ['no list', 'nothing'],
    ['an object that Keyturn does not have', [{ ...item(), object: 'dashboard' }]],
    ['a record that is no id', [{ ...item(), recordId: 'x' }]],
  ])('%s is refused', async (_, items) => {
    expect(await leave(items)).toMatchObject({ refused: { code: 'INVALID_INPUT', field: 'items' } });
  });

  it('what somebody was told of is not found again, and more than fits comes with the next run', async () => {
    const many = Array.from({ length: MOST_FOUND + 5 }, (_, index) => item({ label: `many ${index}` }));
    const finding: AnyFinding = {
      name: 'many',
      title: 'Many',
      schema: findWaitingApprovals.schema,
      find: async () => ({ plan: many }),
    };
    const looking = { store: desk.store, clock: { now: () => new Date() }, tasks };
    const first = await lookFor(finding, looking, {});
    expect(first).toMatchObject({ plan: { count: MOST_FOUND, more: 5 } });
    if (isRefused(first)) return;
    await leave(first.plan.items);
    expect(await lookFor(finding, looking, {})).toMatchObject({ plan: { count: 5, more: 0 } });
    await leave(many.slice(MOST_FOUND));
    expect(await lookFor(finding, looking, {})).toMatchObject({ plan: { count: 0, more: 0 } });
  });
});
