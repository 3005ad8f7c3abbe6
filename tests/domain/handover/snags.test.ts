import { describe, expect, it } from 'vitest';
import {
  decideSnagMove,
  type MovableSnag,
  SNAG_ACTION_TO,
  SNAG_ACTIONS,
  SNAG_TRANSITIONS,
  type SnagState,
  snagActionsFrom,
  snagAge,
  snagClock,
  snagDueAt,
} from '#domain/handover/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { statesOf } from '#domain/shared/state-machine.ts';

const at = (text: string) => new Date(text);
const FOUND = '2028-02-20T08:00:00.000Z';

const snag = (more: Partial<MovableSnag> = {}): MovableSnag => ({
  name: 'A 1 · Kitchen · Tap',
  state: 'OPEN',
  severity: 'MAJOR',
  dueAt: '2028-03-05T08:00:00.000Z',
  pausedAt: null,
  pausedMinutes: 0,
  reopened: 0,
  contractorId: null,
  ...more,
});

describe('the age of an open snag (F1)', () => {
  it.each([
    [0, 'D0_7'],
    [7, 'D0_7'],
    [8, 'D8_14'],
    [14, 'D8_14'],
    [15, 'D15_30'],
    [30, 'D15_30'],
    [31, 'D31_PLUS'],
  ] as const)('%i days: %s', (days, age) => expect(snagAge(days)).toBe(age));
});

describe('the due date of a snag (C4)', () => {
  it.each([
    ['BLOCKING', FOUND, '2028-02-27T08:00:00.000Z'],
    // A leap day lies between.
    ['MAJOR', FOUND, '2028-03-05T08:00:00.000Z'],
    ['MINOR', FOUND, '2028-03-21T08:00:00.000Z'],
    ['MAJOR', '2027-02-20T08:00:00.000Z', '2027-03-06T08:00:00.000Z'],
    // Clocks go forward in Europe on 26 March 2028: days are of twenty-four hours.
    ['BLOCKING', '2028-03-25T23:30:00.000Z', '2028-04-01T23:30:00.000Z'],
    ['MINOR', '2028-12-31T23:59:00.000Z', '2029-01-30T23:59:00.000Z'],
  ] as const)('%s found at %s is due at %s', (severity, found, due) => {
    expect(snagDueAt(at(found), severity)).toBe(due);
  });
});

describe('the clock of a snag stands only while it is declined (C4)', () => {
  it.each<[SnagState, string, string | null, number | null, boolean, string]>([
    ['OPEN', '2028-03-05T07:59:00Z', null, 1, false, 'RUNNING'],
    ['OPEN', '2028-03-05T08:00:00Z', null, 0, false, 'RUNNING'],
    ['OPEN', '2028-03-05T08:00:01Z', null, -1, true, 'RUNNING'],
    ['ASSIGNED', '2028-03-06T08:00:00Z', null, -1440, true, 'RUNNING'],
    ['IN_PROGRESS', '2028-03-06T08:00:00Z', null, -1440, true, 'RUNNING'],
    // What is fixed and not verified yet is not over.
    ['FIXED', '2028-03-06T08:00:00Z', null, -1440, true, 'RUNNING'],
    ['REOPENED', '2028-03-06T08:00:00Z', null, -1440, true, 'RUNNING'],
    ['REJECTED', '2028-04-01T08:00:00Z', '2028-03-05T07:00:00Z', 60, false, 'STANDING'],
    ['REJECTED', '2028-04-01T08:00:00Z', '2028-03-05T09:00:00Z', -60, false, 'STANDING'],
    ['VERIFIED', '2028-04-01T08:00:00Z', null, null, false, 'STOPPED'],
  ])('%s at %s', (state, now, pausedAt, minutesLeft, isOverdue, runs) => {
    expect(snagClock(snag({ state, pausedAt }), at(now))).toEqual({ runs, minutesLeft, isOverdue });
  });

  it('without a due date nothing is overdue', () => {
    expect(snagClock(snag({ dueAt: null }), at('2099-01-01T00:00:00Z'))).toMatchObject({
      minutesLeft: null,
      isOverdue: false,
    });
  });

  it('declined twice, what it stood both times is added to the due date, to the millisecond', () => {
    const first = moved(
      snag({ state: 'REJECTED', pausedAt: '2028-03-01T00:00:00.000Z' }),
      'REOPEN',
      '2028-03-03T12:00:30.000Z',
    );
    expect(first).toMatchObject({
      dueAt: '2028-03-07T20:00:30.000Z',
      pausedAt: null,
      pausedMinutes: 3600,
      reopened: 1,
    });
    const again = moved(
      snag({ ...first, state: 'REJECTED', pausedAt: '2028-03-05T00:00:00.000Z' } as Partial<MovableSnag>),
      'REOPEN',
      '2028-03-05T01:00:00.000Z',
    );
    expect(again).toMatchObject({ dueAt: '2028-03-07T21:00:30.000Z', pausedMinutes: 3660, reopened: 2 });
  });

  it('reopened after it was verified it is due anew; reopened after it was fixed, as before', () => {
    const now = '2029-01-01T00:00:00.000Z';
    expect(moved(snag({ state: 'VERIFIED' }), 'REOPEN', now)).toMatchObject({
      dueAt: '2029-01-15T00:00:00.000Z',
      verifiedAt: null,
      verifiedBy: '',
    });
    expect(moved(snag({ state: 'FIXED' }), 'REOPEN', now)).not.toHaveProperty('dueAt');
  });
});

function moved(one: MovableSnag, action: (typeof SNAG_ACTIONS)[number], now: string) {
  const contractorId = '7b3f1f0c-3f63-4a65-a481-7b221040253d';
  const decided = decideSnagMove(one, { action, contractorId, note: 'Note', by: 'Mei' }, at(now));
  if (isRefused(decided)) throw new Error(JSON.stringify(decided.refused));
  return decided.plan;
}

describe('the moves of a snag', () => {
  const all = statesOf(SNAG_TRANSITIONS).flatMap((state) =>
    SNAG_ACTIONS.map((action) => ({ state, action })),
  );

  it.each(all)('$action from $state is what the table says (C4)', ({ state, action }) => {
    const move = { action, contractorId: 'x', note: 'Note', by: 'Mei' };
    const decided = decideSnagMove(snag({ state }), move, at(FOUND));
    const isAllowed = SNAG_TRANSITIONS[state].includes(SNAG_ACTION_TO[action]);
    expect(snagActionsFrom(state).includes(action)).toBe(isAllowed);
    if (isAllowed) expect(decided).toMatchObject({ plan: { state: SNAG_ACTION_TO[action] } });
    else
      expect(decided).toMatchObject({
        refused: { code: 'STATE_NOT_ALLOWED', from: state, to: SNAG_ACTION_TO[action] },
      });
  });

  it.each([
    ['ASSIGN', 'OPEN', {}, 'contractorId'],
    ['DECLINE', 'OPEN', {}, 'note'],
    ['REOPEN', 'FIXED', {}, 'note'],
    ['REOPEN', 'VERIFIED', {}, 'note'],
    ['VERIFY', 'FIXED', {}, 'verifiedBy'],
  ] as const)('%s from %s asks for what is missing', (action, state, more, field) => {
    const decided = decideSnagMove(snag({ state }), { action, by: '', ...more }, at(FOUND));
    expect(decided).toMatchObject({ refused: { code: 'INVALID_INPUT', field, problem: 'is missing' } });
  });
});
