/** Service tickets on a workspace (C4, D9, A095 to A102): opened, promised, moved, late, answered, rated. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveFeedback, rateTicket } from '#commands/care/answer-ticket.ts';
import { escalateTicket, escalateTickets } from '#commands/care/escalate-tickets.ts';
import { findBreachingTickets, findComplaintsWithoutFeedback } from '#commands/care/find-tickets.ts';
import { moveTicket } from '#commands/care/move-ticket.ts';
import { openTicket, type TicketOpened } from '#commands/care/open-ticket.ts';
import { setUpServiceLevels } from '#commands/care/set-up-service-levels.ts';
import { setUpWarranty } from '#commands/care/set-up-warranty.ts';
import { reportSnag } from '#commands/handover/report-snag.ts';
import { newBreachesOf, ticketClockOf, USUAL_LEVELS } from '#domain/care/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Tasks } from '#port/tasks.ts';
import { readAll } from '#scripts/shared/workspace-client.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyTasks } from '#twenty/tasks.ts';
import { buildSite, type Ground, openGround, type Site, sell } from './ground.ts';
import { type Desk, inProcess, type Options } from './in-process.ts';

/** A Monday of no holiday; the project is in UTC and has no days of its own. */
const MONDAY = '2025-03-03';
const at = (time: string, day = MONDAY): Options => ({ now: new Date(`${day}T${time}:00.000Z`) });

describe('service tickets', () => {
  let ground: Ground;
  let desk: Desk;
  let tasks: Tasks;
  let site: Site;
  let contractId = '';
  let memberId = '';
  let otherId = '';

  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    tasks = twentyTasks(twentyClient(ground.workspace.url, ground.workspace.applicationToken));
    site = await buildSite(ground.client, { units: 3, buyers: 3 });
    ({ contractId } = await sell(ground.client, site));
    const handover = { id: randomUUID(), name: 'Handed over', contractId, unitId: site.unitIds[0] ?? null };
    await desk.store.write([
      { create: 'handover', row: { ...handover, state: 'KEYS_HANDED', handedOverOn: '2024-02-29' as never } },
    ]);
    [memberId = '', otherId = ''] = ground.workspace.members.map(({ id }) => id);
  });
  afterAll(() => ground.close());

  const buyer = () => site.buyerIds[0] ?? '';
  const unit = (index = 0) => site.unitIds[index] ?? '';
  async function opened(input: Record<string, unknown> = {}, options = at('09:00')) {
    const asked = { kind: 'REPAIR', subject: 'Tap drips', customerId: buyer(), ...input };
    return (await desk.done(openTicket, asked, options)).result as TicketOpened;
  }
  async function ticketOf(id: string) {
    const { tickets } = await desk.store.read({ tickets: { object: 'serviceTicket', filter: { id } } });
    if (tickets[0] === undefined) throw new Error(`There is no ticket ${id}`);
    return tickets[0];
  }
  const move = (serviceTicketId: string, to: string, options: Options, more = {}) =>
    desk.done(moveTicket, { serviceTicketId, to, resolution: 'Sealed', ...more }, options);

  it('the usual terms and levels are made once, and what people have made is left alone', async () => {
    expect((await desk.refused(setUpWarranty, {})).code).toBe('INVALID_INPUT');
    expect((await desk.done(setUpWarranty, { rules: 'CHINA' })).result).toMatchObject({ terms: 9 });
    expect((await desk.done(setUpWarranty, { rules: 'CHINA' })).result).toMatchObject({ terms: 0 });
    expect((await desk.done(setUpWarranty, { rules: 'DUBAI' })).result).toMatchObject({ terms: 0 });
    const dubai = await ground.client.graphql<{ createKeyturnProject: { id: string } }>(
      'mutation { createKeyturnProject(data: { name: "Marina", code: "M", settlementRegime: DUBAI }) { id } }',
      {},
    );
    const projectId = dubai.createKeyturnProject.id;
    expect((await desk.done(setUpWarranty, { projectId })).result).toEqual({ terms: 9, rules: 'DUBAI' });
    const levels = await desk.done(setUpServiceLevels, { escalateToId: otherId });
    expect(levels.result).toEqual({ levels: USUAL_LEVELS.length });
    expect((await desk.done(setUpServiceLevels, {})).result).toEqual({ levels: 0 });
  });

  it('a repair of a customer finds home, contract and level, and says whether it is under warranty', async () => {
    const ticket = await opened({ part: 'PLUMBING' });
    expect(ticket).toMatchObject({
      warranty: 'IN_WARRANTY',
      warrantyUntil: '2026-02-28',
      customerLevel: 'STANDARD',
    });
    expect(ticket.number).toMatch(/^T-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(ticket.warrantyNote).toContain('since 2024-02-29');
    // Four hours to answer, five days of nine hours to resolve.
    expect(ticket).toMatchObject({
      respondBy: `${MONDAY}T13:00:00.000Z`,
      resolveBy: '2025-03-07T18:00:00.000Z',
    });
    expect(await ticketOf(ticket.serviceTicketId)).toMatchObject({
      state: 'NEW',
      unitId: site.unitIds[0],
      contractId,
      projectId: site.projectId,
      channel: 'STAFF',
    });
    const late = await opened({ part: 'PLUMBING' }, at('09:00', '2026-03-02'));
    expect(late).toMatchObject({ warranty: 'OUT_OF_WARRANTY' });
    expect(await opened({ part: 'HEATING_COOLING' })).toMatchObject({ warrantyUntil: '2026-03-15' });
    expect(await opened()).toMatchObject({
      warranty: 'UNKNOWN',
      warrantyNote: 'Nobody has said which part it is about',
    });
    const free = { unitId: site.unitIds[2], customerId: undefined, contactName: 'A caller' };
    expect(await opened({ ...free, part: 'PLUMBING' })).toMatchObject({
      warranty: 'UNKNOWN',
      warrantyNote: expect.stringContaining('the home is not handed over'),
    });
    expect(await opened({ kind: 'ENQUIRY' })).toMatchObject({ warranty: 'NOT_APPLICABLE', warrantyNote: '' });
  });

  it('A099: the level is the person’s, and a VIP is promised more', async () => {
    const id = site.buyerIds[1];
    await ground.client.graphql(
      'mutation ($id: UUID!) { updatePerson(id: $id, data: { keyturnCustomerLevel: VIP }) { id } }',
      { id },
    );
    const ticket = await opened({ customerId: id });
    expect(ticket).toMatchObject({ customerLevel: 'VIP', respondBy: `${MONDAY}T09:30:00.000Z` });
    const urgent = await opened({ customerId: id, priority: 'URGENT' }, at('17:55', '2025-03-07'));
    expect(urgent.resolveBy).toBe('2025-03-07T21:55:00.000Z');
  });

  it('A102: an internal request needs a department and is measured by its level', async () => {
    const internal = { kind: 'INTERNAL', customerId: undefined, onBehalfOf: 'T-1' };
    expect(await desk.refused(openTicket, { ...internal, subject: 'Meter' })).toMatchObject({
      field: 'department',
    });
    const ticket = await opened({ ...internal, department: 'finance' });
    expect(ticket).toMatchObject({
      respondBy: `${MONDAY}T11:00:00.000Z`,
      resolveBy: `${MONDAY}T18:00:00.000Z`,
    });
    expect(await ticketOf(ticket.serviceTicketId)).toMatchObject({ onBehalfOf: 'T-1', customerId: null });
  });

  it('who asks nothing of nobody is refused, and so is what is not there', async () => {
    const asked = { kind: 'ENQUIRY', subject: 'Lift' };
    expect(await desk.refused(openTicket, asked)).toMatchObject({ field: 'customerId' });
    for (const [field, what] of [
      ['customerId', 'person'],
      ['unitId', 'unit'],
      ['contractId', 'contract'],
      ['projectId', 'project'],
    ])
      expect(await desk.refused(openTicket, { ...asked, [field ?? '']: randomUUID() })).toMatchObject({
        code: 'NOT_FOUND',
        what,
      });
  });

  it('the same request twice opens one ticket', async () => {
    const requestId = randomUUID();
    const asked = { kind: 'ENQUIRY', subject: 'Lift', contactPhone: '123' };
    const [one, two] = [
      await desk.done(openTicket, asked, { requestId }),
      await desk.done(openTicket, asked, { requestId }),
    ];
    expect(two.result).toEqual(one.result);
  });

  it('C4: waiting for the customer stops the clock, and going on moves the promise', async () => {
    const { serviceTicketId: id } = await opened({ kind: 'ENQUIRY' });
    await move(id, 'IN_PROGRESS', { ...at('10:00'), actor: { memberId, name: 'Staff' } });
    expect(await ticketOf(id)).toMatchObject({
      assigneeId: memberId,
      respondedAt: `${MONDAY}T10:00:00.000Z`,
    });
    await move(id, 'WAITING_CUSTOMER', at('12:00'));
    await move(id, 'IN_PROGRESS', at('12:00', '2025-03-05'));
    expect(await ticketOf(id)).toMatchObject({ resolveBy: '2025-03-06T18:00:00.000Z', pausedAt: null });
    await move(id, 'RESOLVED', at('15:00', '2025-03-05'));
    await move(id, 'CLOSED', at('16:00', '2025-03-05'));
    await move(id, 'REOPENED', at('09:00', '2025-03-10'));
    const ticket = await ticketOf(id);
    expect(ticket).toMatchObject({ state: 'REOPENED', reopened: 1, closedAt: null, resolution: 'Sealed' });
    expect(ticketClockOf(ticket.pauses).pauses).toHaveLength(2);
    expect(await desk.refused(moveTicket, { serviceTicketId: id, to: 'CLOSED' })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
  });

  it('triage says what it is: the promise and the warranty are made anew', async () => {
    const { serviceTicketId: id } = await opened({
      kind: 'ENQUIRY',
      customerId: undefined,
      contactName: 'From the web',
    });
    const learned = {
      kind: 'REPAIR',
      priority: 'URGENT',
      part: 'WATERPROOFING',
      unitId: site.unitIds[0],
      customerId: buyer(),
    };
    await move(id, 'TRIAGED', at('09:10'), learned);
    expect(await ticketOf(id)).toMatchObject({
      state: 'TRIAGED',
      kind: 'REPAIR',
      warranty: 'IN_WARRANTY',
      warrantyUntil: '2029-02-28',
      contractId,
      respondBy: `${MONDAY}T09:30:00.000Z`,
      resolveBy: `${MONDAY}T17:00:00.000Z`,
    });
  });

  it('a repair becomes a snag of its home, and of no other one', async () => {
    const { serviceTicketId } = await opened({ kind: 'REPAIR', subject: 'Tap drips', unitId: unit() });
    const { result } = await desk.done(reportSnag, { unitId: unit(), serviceTicketId, title: 'Tap drips' });
    const { snags } = await desk.store.read({ snags: { object: 'snag', filter: { serviceTicketId } } });
    expect(snags).toMatchObject([{ id: result.snagId, unitId: unit(), state: 'OPEN' }]);
    const other = { unitId: unit(1), serviceTicketId, title: 'Tap drips' };
    expect(await desk.refused(reportSnag, other)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'serviceTicketId',
    });
    expect(
      await desk.refused(reportSnag, { unitId: unit(), serviceTicketId: randomUUID(), title: 'Tap' }),
    ).toMatchObject({ code: 'NOT_FOUND', what: 'service ticket' });
  });

  it('A096: a complaint is closed only after feedback and the question how it was', async () => {
    const { serviceTicketId: id } = await opened({ kind: 'COMPLAINT', subject: 'Noise' });
    await move(id, 'IN_PROGRESS', at('09:30'));
    await move(id, 'RESOLVED', at('10:00'));
    const closing = { serviceTicketId: id, to: 'CLOSED' };
    expect(await desk.refused(moveTicket, closing)).toMatchObject({
      code: 'TICKET_FEEDBACK_FIRST',
      missing: 'feedback, satisfaction',
    });
    const looking = { store: desk.store, clock: { now: () => new Date(`${MONDAY}T15:00:00Z`) } };
    const found = await findComplaintsWithoutFeedback.find(looking, { afterHours: 4 });
    expect(isRefused(found) ? [] : found.plan.map(({ recordId }) => recordId)).toContain(id);
    await desk.done(giveFeedback, { serviceTicketId: id, feedback: 'The pump is replaced' }, at('11:00'));
    expect(await desk.refused(moveTicket, closing)).toMatchObject({ missing: 'satisfaction' });
    await desk.done(rateTicket, { serviceTicketId: id, satisfaction: 4, note: 'Quick' }, at('12:00'));
    await move(id, 'CLOSED', at('13:00'));
    expect(await ticketOf(id)).toMatchObject({
      state: 'CLOSED',
      feedback: 'The pump is replaced',
      satisfaction: 4,
      satisfactionNote: 'Quick',
      satisfactionAskedAt: `${MONDAY}T12:00:00.000Z`,
    });
    const after = await findComplaintsWithoutFeedback.find(looking, { afterHours: 4 });
    expect(isRefused(after) ? [] : after.plan.map(({ recordId }) => recordId)).not.toContain(id);
  });

  it('of two who move it at once one wins, and of a move and a rating neither is lost', async () => {
    const { serviceTicketId: id } = await opened();
    const actor = (own: string) => ({ ...at('09:30'), actor: { memberId: own, name: own } });
    const both = await Promise.all(
      [memberId, otherId].map((own) =>
        desk.run(moveTicket, { serviceTicketId: id, to: 'ASSIGNED', assigneeId: own }, actor(own)),
      ),
    );
    expect(both.filter(isRefused).map(({ refused }) => refused.code)).toEqual(['BUSY']);
    await move(id, 'RESOLVED', at('10:00'));
    const moves = [
      () => desk.run(moveTicket, { serviceTicketId: id, to: 'CLOSED' }),
      () => desk.run(rateTicket, { serviceTicketId: id, satisfaction: 5 }),
    ];
    const done = (await Promise.all(moves.map((go) => go()))).map((one) => !isRefused(one));
    const ticket = await ticketOf(id);
    expect([ticket.state === 'CLOSED', ticket.satisfaction === 5]).toEqual(done);
    expect(done).toContain(true);
  });

  it('A098: what is late goes up once a broken promise, and a task goes to whom it concerns', async () => {
    const { serviceTicketId: id, number } = await opened({ subject: 'Late one', part: 'PLUMBING' });
    const waiting = await opened({ kind: 'ENQUIRY', subject: 'Waits' });
    await move(waiting.serviceTicketId, 'IN_PROGRESS', at('09:10'));
    await move(waiting.serviceTicketId, 'WAITING_CUSTOMER', at('09:20'));
    const job = (when: Date) => escalateTickets({ store: desk.store, tasks, clock: { now: () => when } });
    expect(await desk.refused(escalateTicket, { serviceTicketId: id }, at('10:00'))).toMatchObject({
      code: 'TIME_NOT_OVER',
      until: `${MONDAY}T13:00:00.000Z`,
    });
    const first = new Date(`${MONDAY}T13:10:00Z`);
    expect((await job(first)).failed).toEqual([]);
    expect(await ticketOf(id)).toMatchObject({ escalation: 1, escalatedAt: first.toISOString() });
    await job(new Date(`${MONDAY}T13:20:00Z`));
    expect((await ticketOf(id)).escalation).toBe(1);
    await move(id, 'IN_PROGRESS', at('14:00'));
    const over = new Date('2025-03-07T18:10:00Z');
    await job(over);
    const ticket = await ticketOf(id);
    expect(ticket).toMatchObject({ escalation: 2 });
    expect(newBreachesOf(ticket, over)).toEqual([]);
    expect(await ticketOf(waiting.serviceTicketId)).toMatchObject({ escalation: 0 });
    const all = await readAll<{ title: string; assigneeId: string | null }>(
      ground.client,
      'tasks',
      'Task',
      'title assigneeId',
      {},
    );
    const told = all.filter(({ title }) => title.includes(number));
    expect(told).toHaveLength(2);
    expect(new Set(told.map(({ assigneeId }) => assigneeId))).toEqual(new Set([otherId]));
  });

  it('what will soon be late is found, and what waits for the customer is not', async () => {
    const { serviceTicketId: id } = await opened({ kind: 'ENQUIRY' }, at('09:00', '2025-04-07'));
    const find = async (time: string) => {
      const clock = { now: () => new Date(`2025-04-07T${time}:00Z`) };
      const found = await findBreachingTickets.find({ store: desk.store, clock }, { withinHours: 2 });
      return isRefused(found) ? [] : found.plan.filter(({ recordId }) => recordId === id);
    };
    expect(await find('10:00')).toEqual([]);
    expect(await find('11:30')).toMatchObject([
      { occasion: expect.stringContaining('answer'), dueAt: expect.any(String) },
    ]);
    await move(id, 'IN_PROGRESS', at('11:40', '2025-04-07'));
    expect(await find('11:50')).toEqual([]);
  });
});
