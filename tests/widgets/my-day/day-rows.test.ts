/** The rows of "My day": which list, in which order, with which next step. */
import { describe, expect, it } from 'vitest';
import { APPROVABLE } from '#commands/system/approvals.ts';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import type { ReservationRecord, TicketRecord } from '#widgets/insight/my-day/day-records.ts';
import { type DayRecords, dayRows, mostUrgent } from '#widgets/insight/my-day/day-rows.ts';
import { DECIDED_BY_SALES } from '#widgets/insight/my-day/read-day.ts';
import { whoIs } from '#widgets/insight/my-day/who.ts';

const NOW = new Date('2026-03-12T06:00:00Z');
const NOTHING: DayRecords = {
  holds: [],
  reservations: [],
  tickets: [],
  approvals: [],
  promises: [],
  tasks: [],
};
const named = (firstName: string, lastName: string) => ({ name: { firstName, lastName } });
const unit = (name: string, timeZone = 'Asia/Taipei') => ({
  id: `unit ${name}`,
  name,
  project: { timeZone },
});
const money = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });

const reservation = (changes: Partial<ReservationRecord> = {}): ReservationRecord => ({
  id: 'r1',
  name: 'A 1 · Lin',
  state: 'ACTIVE',
  stage: 'SMALL',
  validUntil: '2026-03-14T10:00:00Z',
  reservedAt: '2026-03-11T10:00:00Z',
  upgradedAt: null,
  depositAsked: money(100_000),
  depositPaid: money(100_000),
  buyerId: 'p1',
  buyer: named('Mei-ling', 'Lin'),
  company: null,
  salesperson: named('Sam', 'Sales'),
  unit: unit('A 14-02'),
  ...changes,
});

const ticket = (changes: Partial<TicketRecord> = {}): TicketRecord => ({
  id: 't1',
  number: 7,
  state: 'ACTIVE',
  deadline: null,
  callOrder: 3,
  buyerName: 'Wang',
  buyer: null,
  salesperson: null,
  releaseBatch: { id: 'b1', name: 'Phase 2', state: 'OPEN', project: { timeZone: 'Asia/Taipei' } },
  chosenUnit: null,
  ...changes,
});

const rowsOf = (records: Partial<DayRecords>, memberIds = ['me'], mayDecide = (_: string) => false) =>
  dayRows(
    { ...NOTHING, ...records },
    { now: NOW, timeZone: 'Asia/Taipei', memberIds, mayDecide, words: ENGLISH },
  );

const only = (records: Partial<DayRecords>) => {
  const [row] = rowsOf(records);
  return [row?.list, row?.urgency, row?.step.widget ?? row?.step.object];
};

describe('the rows of my day', () => {
  it.each<[string, Partial<ReservationRecord>, (string | undefined)[]]>([
    ['a small deposit that is paid waits for the large one', {}, ['TERMS', 'LATER', 'upgradeReservation']],
    ['a large one for the contract', { stage: 'LARGE' }, ['TERMS', 'LATER', 'signContract']],
    ['a deposit that is not all there', { depositPaid: money(1) }, ['DEPOSITS', 'LATER', 'person']],
    [
      'of a company: no person to call',
      { depositPaid: null, buyerId: null },
      ['DEPOSITS', 'LATER', 'keyturnReservation'],
    ],
    [
      'a price that waits',
      { state: 'PENDING_APPROVAL', depositPaid: null },
      ['TERMS', 'LATER', 'keyturnReservation'],
    ],
    [
      'a small one whose time is up',
      { validUntil: '2026-03-12T05:00:00Z' },
      ['TERMS', 'OVER', 'expireReservation'],
    ],
    [
      'a large one whose time is up was not signed',
      { stage: 'LARGE', validUntil: '2026-03-12T05:00:00Z' },
      ['UNSIGNED', 'OVER', 'expireReservation'],
    ],
    [
      'a large one of last week was to be signed, though it still stands',
      { stage: 'LARGE', reservedAt: '2026-03-01T00:00:00Z', depositPaid: null },
      ['UNSIGNED', 'OVER', 'signContract'],
    ],
    [
      'ends within two hours',
      { validUntil: '2026-03-12T07:30:00Z' },
      ['TERMS', 'SOON', 'upgradeReservation'],
    ],
  ])('a reservation: %s', (_name, changes, expected) => {
    expect(only({ reservations: [reservation(changes)] })).toEqual(expected);
  });

  it.each<[string, Partial<TicketRecord>, (string | undefined)[]]>([
    ['waits, and the batch is open', {}, ['TICKETS', 'OPEN', 'callNextTicket']],
    [
      'waits for the batch to open',
      { releaseBatch: { id: 'b1', name: 'Phase 2', state: 'DRAFT', project: null } },
      ['TICKETS', 'OPEN', 'keyturnQueueTicket'],
    ],
    ['is no ticket of the queue yet', { state: 'DRAFT' }, ['TICKETS', 'OPEN', 'activateTicket']],
    ['is called', { state: 'CALLED', deadline: '2026-03-12T06:09:00Z' }, ['TICKETS', 'SOON', 'chooseUnit']],
    [
      'has chosen',
      { state: 'SELECTED', deadline: '2026-03-12T06:50:00Z', chosenUnit: { id: 'u9', name: 'A 9' } },
      ['TICKETS', 'SOON', 'reserveUnit'],
    ],
  ])('a ticket: %s', (_name, changes, expected) => {
    expect(only({ tickets: [ticket(changes)] })).toEqual(expected);
  });

  it('a hold is to become a reservation of its unit, until its time is up', () => {
    const hold = {
      id: 'h1',
      kind: 'SALES' as const,
      expiresAt: '2026-03-12T09:00:00Z',
      forWhom: 'Ada',
      buyer: null,
      salesperson: null,
      unit: unit('A 3'),
    };
    expect(only({ holds: [hold] })).toEqual(['TERMS', 'TODAY', 'reserveUnit']);
    expect(only({ holds: [{ ...hold, expiresAt: '2026-03-12T05:00:00Z' }] })).toEqual([
      'TERMS',
      'OVER',
      'keyturnUnitHold',
    ]);
  });

  it('an approval that others asked for is mine to decide when I may; what I asked for never is', () => {
    const approval = {
      id: 'a1',
      name: 'Waive',
      command: 'waive',
      askedBy: 'Bo',
      askedById: 'bo',
      askedAt: null,
    };
    const lists = (askedById: string, may: boolean, memberIds = ['me']) =>
      rowsOf({ approvals: [{ ...approval, askedById }] }, memberIds, () => may).map(({ list }) => list);
    expect(lists('bo', true)).toEqual(['DECIDE']);
    expect(lists('me', true)).toEqual(['ASKED']);
    expect(lists('bo', false)).toEqual([]);
    expect(lists('bo', false, ['me', 'bo'])).toEqual(['ASKED']);
  });

  it('promises by the day of their project, tasks by their instant', () => {
    const promise = { id: 'p', amount: money(5), payBy: '2026-03-12', contract: null };
    const task = { id: 't', title: 'Call Lin', dueAt: '2026-03-12T10:00:00Z', assignee: null };
    expect(only({ promises: [promise] })).toEqual(['PROMISES', 'TODAY', 'keyturnPaymentPromise']);
    expect(only({ tasks: [task] })).toEqual(['TASKS', 'TODAY', 'task']);
  });

  it('in a list what ends first comes first', () => {
    const ends = ['2026-03-20T00:00:00Z', '2026-03-12T05:00:00Z', '2026-03-12T12:00:00Z'];
    const reservations = ends.map((validUntil, index) => reservation({ id: String(index), validUntil }));
    expect(rowsOf({ reservations }).map(({ due }) => due.on)).toEqual([ends[1], ends[2], ends[0]]);
  });

  it('first of all is what ends soonest and can still be saved', () => {
    const ends = ['2026-03-12T12:00:00Z', '2026-03-12T05:00:00Z', '2026-03-20T00:00:00Z'];
    const reservations = ends.map((validUntil, index) => reservation({ id: String(index), validUntil }));
    expect(mostUrgent(rowsOf({ reservations }))?.due.on).toBe(ends[0]);
    expect(mostUrgent(rowsOf({ reservations: reservations.slice(1) }))?.due.on).toBe(ends[1]);
    expect(mostUrgent(rowsOf({ reservations: reservations.slice(2) }))).toBeNull();
  });

  it('whose right decides an approval is said as the commands say it', () => {
    const bySales = APPROVABLE.filter(({ approvedWith }) => approvedWith === 'controlSales');
    expect(bySales.map(({ name }) => name).sort()).toEqual([...DECIDED_BY_SALES].sort());
    const rights = new Set(APPROVABLE.map(({ approvedWith = 'approveMoney' }) => approvedWith));
    expect([...rights].sort()).toEqual(['approveMoney', 'controlSales']);
  });
});

describe('whose day it is', () => {
  const row = (memberId: string, team: string, leads = false) => ({ memberId, team, leads, member: null });
  const rows = [
    row('me', 'North', true),
    row('bo', 'North'),
    row('me', 'South'),
    row('cleo', 'South', true),
    row('x', ''),
  ];

  it('who leads a team sees its members; the league is everybody in the teams they are in', () => {
    expect(whoIs('me', rows)).toMatchObject({ ledIds: ['me', 'bo'], leagueIds: ['me', 'bo', 'cleo'] });
    expect(whoIs('bo', rows)).toMatchObject({ ledIds: [], leagueIds: ['bo', 'me'] });
    expect(whoIs('nobody', rows)).toMatchObject({ ledIds: [], leagueIds: ['nobody'] });
    expect(whoIs('x', rows)).toMatchObject({ ledIds: [], leagueIds: ['x'] });
  });
});
