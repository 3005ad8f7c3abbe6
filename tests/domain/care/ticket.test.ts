/** Tickets (C4, A096, A099, A102): the level that counts, what moves do to the clock, what is late, what closing needs. */
import { describe, expect, it } from 'vitest';
import {
  breachesOf,
  chooseLevel,
  closingNeeds,
  deadlinesOf,
  decideMove,
  type Level,
  NO_PROMISE,
  newBreachesOf,
  type ServiceTicketState,
  serviceHours,
  type Ticket,
  type TicketMove,
  ticketClockOf,
  USUAL_LEVELS,
} from '#domain/care/index.ts';

const HOURS = serviceHours(
  { timeZone: 'UTC', serviceFrom: '', serviceTo: '' },
  { weekend: 'SATURDAY_SUNDAY', holidays: new Set(), workdays: new Set() },
);
/** A Monday. */
const OPENED = '2025-03-03T09:00:00.000Z';
const PROMISE = { ...NO_PROMISE, level: 'Repair', respondMinutes: 60, resolveMinutes: 240 };
const at = (time: string) => new Date(`2025-03-0${time}:00.000Z`);

const ticket = (more: Partial<Ticket> = {}): Ticket => ({
  number: 'T-1',
  name: 'Tap',
  kind: 'REPAIR',
  state: 'NEW',
  openedAt: OPENED,
  ...deadlinesOf(PROMISE, new Date(OPENED), HOURS),
  respondedAt: null,
  resolvedAt: null,
  closedAt: null,
  pausedAt: null,
  pauses: PROMISE,
  assigneeId: null,
  resolution: '',
  escalation: 0,
  escalatedAt: null,
  feedbackAt: null,
  satisfactionAskedAt: null,
  satisfaction: null,
  reopened: 0,
  ...more,
});

const moved = (one: Ticket, to: ServiceTicketState, when: string, more: Partial<TicketMove> = {}): Ticket => {
  const move = {
    to,
    assigneeId: null,
    resolution: to === 'RESOLVED' ? 'Sealed' : null,
    at: at(when),
    ...more,
  };
  const decision = decideMove(one, move, HOURS);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return { ...one, ...decision.plan };
};
const refusal = (one: Ticket, to: ServiceTicketState, more: Partial<TicketMove> = {}) => {
  const decision = decideMove(
    one,
    { to, assigneeId: null, resolution: null, at: at('3T10:00'), ...more },
    HOURS,
  );
  return 'refused' in decision ? decision.refused : null;
};

describe('the clock of a ticket', () => {
  it('is promised when it is opened', () => {
    expect(ticket()).toMatchObject({
      respondBy: '2025-03-03T10:00:00.000Z',
      resolveBy: '2025-03-03T13:00:00.000Z',
    });
    expect(deadlinesOf(NO_PROMISE, new Date(OPENED), HOURS)).toEqual({ respondBy: null, resolveBy: null });
  });

  it('stands while the customer is waited for, over a night, and goes on where it stood', () => {
    const waiting = moved(moved(ticket(), 'IN_PROGRESS', '3T09:30'), 'WAITING_CUSTOMER', '3T11:00');
    expect(waiting).toMatchObject({
      pausedAt: at('3T11:00').toISOString(),
      respondedAt: at('3T09:30').toISOString(),
    });
    expect(breachesOf(waiting, at('9T12:00'))).toEqual([]);
    const on = moved(waiting, 'IN_PROGRESS', '4T15:00');
    // Two of its four hours had run.
    expect(on).toMatchObject({
      pausedAt: null,
      resolveBy: '2025-03-04T17:00:00.000Z',
      respondBy: '2025-03-03T10:00:00.000Z',
    });
    const again = moved(moved(on, 'WAITING_CUSTOMER', '4T16:00'), 'RESOLVED', '5T09:00');
    expect(again.resolveBy).toBe('2025-03-05T10:00:00.000Z');
    expect(ticketClockOf(again.pauses).pauses).toHaveLength(2);
  });

  it('stands from when it was resolved until it is opened again', () => {
    const resolved = moved(moved(ticket(), 'IN_PROGRESS', '3T09:30'), 'RESOLVED', '3T11:00');
    const reopened = moved(moved(resolved, 'CLOSED', '4T09:00'), 'REOPENED', '5T09:00');
    expect(reopened).toMatchObject({
      resolvedAt: null,
      closedAt: null,
      reopened: 1,
      resolveBy: '2025-03-05T11:00:00.000Z',
    });
    expect(ticketClockOf(reopened.pauses).pauses).toEqual([
      { from: at('3T11:00').toISOString(), to: at('5T09:00').toISOString(), why: 'RESOLVED' },
    ]);
  });

  it('what was late before it stood stays late', () => {
    const late = moved(moved(ticket(), 'IN_PROGRESS', '3T14:00'), 'WAITING_CUSTOMER', '3T15:00');
    expect(moved(late, 'IN_PROGRESS', '4T15:00').resolveBy).toBe('2025-03-03T13:00:00.000Z');
  });

  it('a level that is edited later breaks no promise: the ticket has its own', () => {
    expect(ticketClockOf({ resolveMinutes: 240, pauses: 'x' })).toMatchObject({
      resolveMinutes: 240,
      pauses: [],
    });
    for (const kept of [null, 'x', 7, []]) expect(ticketClockOf(kept)).toEqual(NO_PROMISE);
  });
});

describe('what is late', () => {
  it('counts each breach once, and anew when a later promise is broken', () => {
    expect(breachesOf(ticket(), at('3T10:00'))).toEqual([]);
    expect(breachesOf(ticket(), at('3T10:01')).map(({ breach }) => breach)).toEqual(['RESPONSE']);
    expect(newBreachesOf(ticket(), at('3T14:00')).map(({ breach }) => breach)).toEqual([
      'RESPONSE',
      'RESOLUTION',
    ]);
    const told = ticket({ escalatedAt: at('3T11:00').toISOString() });
    expect(newBreachesOf(told, at('3T12:00'))).toEqual([]);
    expect(newBreachesOf(told, at('3T14:00')).map(({ breach }) => breach)).toEqual(['RESOLUTION']);
    expect(breachesOf(ticket({ respondedAt: at('3T12:00').toISOString() }), at('3T12:30'))).toEqual([]);
    expect(breachesOf(ticket({ state: 'RESOLVED' }), at('9T12:00'))).toEqual([]);
  });
});

describe('moves that are refused', () => {
  it('says what is missing', () => {
    expect(refusal(ticket(), 'CLOSED')).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'NEW',
      to: 'CLOSED',
    });
    expect(refusal(ticket(), 'ASSIGNED')).toMatchObject({ field: 'assigneeId' });
    expect(refusal(ticket({ state: 'IN_PROGRESS' }), 'RESOLVED')).toMatchObject({ field: 'resolution' });
  });

  it('A096: a complaint closes only after feedback was given and satisfaction was asked', () => {
    const complaint = ticket({ kind: 'COMPLAINT', state: 'RESOLVED' });
    expect(closingNeeds(complaint)).toEqual(['feedback', 'satisfaction']);
    expect(refusal(complaint, 'CLOSED')).toMatchObject({
      code: 'TICKET_FEEDBACK_FIRST',
      missing: 'feedback, satisfaction',
    });
    const told = { ...complaint, feedbackAt: OPENED };
    expect(refusal(told, 'CLOSED')).toMatchObject({ missing: 'satisfaction' });
    expect(refusal({ ...told, satisfactionAskedAt: OPENED }, 'CLOSED')).toBeNull();
    expect(refusal({ ...told, satisfaction: 4 }, 'CLOSED')).toBeNull();
    expect(refusal(ticket({ state: 'RESOLVED' }), 'CLOSED')).toBeNull();
  });
});

describe('the level that counts', () => {
  const level = (id: string, more: Partial<Level> = {}): Level => ({
    id,
    name: id,
    kind: null,
    customerLevel: null,
    priority: null,
    department: '',
    respondMinutes: 60,
    resolveMinutes: 600,
    clock: 'WORKING_HOURS',
    isActive: true,
    ...more,
  });
  const request = { kind: 'REPAIR', customerLevel: 'VIP', priority: 'URGENT', department: '' } as const;

  it('is the one that says most about the request', () => {
    const all = [
      level('any'),
      level('repair', { kind: 'REPAIR' }),
      level('vip repair', { kind: 'REPAIR', customerLevel: 'VIP' }),
      level('complaint', { kind: 'COMPLAINT', customerLevel: 'VIP', priority: 'URGENT' }),
      level('off', { kind: 'REPAIR', customerLevel: 'VIP', priority: 'URGENT', isActive: false }),
    ];
    expect(chooseLevel(all, request)?.id).toBe('vip repair');
    expect(chooseLevel(all, { ...request, customerLevel: 'STANDARD' })?.id).toBe('repair');
    expect(chooseLevel(all, { ...request, kind: 'ENQUIRY' })?.id).toBe('any');
    expect(chooseLevel([], request)).toBeNull();
  });

  it('is the faster of equally exact ones, in whatever order they come', () => {
    const vip = level('vip', { customerLevel: 'VIP', resolveMinutes: 480 });
    const urgent = level('urgent', { priority: 'URGENT', resolveMinutes: 120 });
    expect(chooseLevel([vip, urgent], request)?.id).toBe('urgent');
    expect(chooseLevel([urgent, vip], request)?.id).toBe('urgent');
  });

  it('is the department’s, however its name was typed (A102)', () => {
    const all = [
      level('internal', { kind: 'INTERNAL' }),
      level('finance', { kind: 'INTERNAL', department: 'Finance' }),
    ];
    const internal = { kind: 'INTERNAL', customerLevel: 'STANDARD', priority: 'NORMAL' } as const;
    expect(chooseLevel(all, { ...internal, department: ' finance' })?.id).toBe('finance');
    expect(chooseLevel(all, { ...internal, department: 'Legal' })?.id).toBe('internal');
  });

  it('of the usual ones there is always one, a VIP waits no longer than others, an urgent repair least', () => {
    const levels = USUAL_LEVELS.map((one, index) => ({ ...one, id: String(index), isActive: true }));
    const minutes = (more: object) =>
      chooseLevel(levels, { ...request, ...more })?.resolveMinutes ?? Infinity;
    for (const kind of ['ENQUIRY', 'REPAIR', 'COMPLAINT', 'SUGGESTION', 'INTERNAL'] as const)
      for (const priority of ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const) {
        const of = (customerLevel: string) => minutes({ kind, priority, customerLevel });
        expect(of('STANDARD')).toBeLessThan(Infinity);
        expect(of('GOLD')).toBeLessThanOrEqual(of('SILVER'));
        expect(of('VIP')).toBeLessThanOrEqual(of('GOLD'));
      }
    expect(minutes({ customerLevel: 'GOLD' })).toBe(360);
    expect(minutes({ customerLevel: 'STANDARD' })).toBe(480);
  });
});
