/** The order of the service desk and what may be done there (F1, A099, C4). */
import { describe, expect, it } from 'vitest';
import {
  deskRow,
  deskRows,
  mayAnswer,
  mayResolve,
  pressOf,
} from '#widgets/insight/service-desk/desk-rows.ts';
import type { DeskTicket } from '#widgets/insight/service-desk/read-desk.ts';

const NOW = Date.parse('2026-03-12T06:00:00.000Z');
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

const ticket = (id: string, more: Partial<DeskTicket> = {}): DeskTicket => ({
  id,
  number: id,
  name: id,
  kind: 'REPAIR',
  state: 'IN_PROGRESS',
  priority: 'NORMAL',
  openedAt: at(-10),
  respondBy: at(-9),
  resolveBy: at(5),
  respondedAt: at(-9.5),
  pausedAt: null,
  escalation: 0,
  contactName: '',
  assigneeId: 'me',
  assignee: null,
  customer: null,
  unit: null,
  ...more,
});

describe('tickets by the clock that is left', () => {
  it('what ends first stands first, without a promise after it, and what waits for the customer last', () => {
    const rows = deskRows(
      [
        ticket('paused', { state: 'WAITING_CUSTOMER', resolveBy: at(-3), pausedAt: at(-4) }),
        ticket('none', { respondBy: null, resolveBy: null }),
        ticket('older none', { respondBy: null, resolveBy: null, openedAt: at(-20) }),
        ticket('resolution'),
        ticket('answer', { respondBy: at(1), respondedAt: null, resolveBy: at(50) }),
        ticket('late', { resolveBy: at(-1) }),
      ],
      NOW,
    );
    expect(rows.map(({ ticket: { id } }) => id)).toEqual([
      'late',
      'answer',
      'resolution',
      'older none',
      'none',
      'paused',
    ]);
  });

  it('an answer that is given presses no more; of two that run the earlier is told', () => {
    expect(deskRow(ticket('a'), NOW).due).toEqual({ what: 'RESOLUTION', by: at(5) });
    const open = { respondedAt: null, respondBy: at(7) };
    expect(deskRow(ticket('b', open), NOW).due).toEqual({ what: 'RESOLUTION', by: at(5) });
    expect(deskRow(ticket('c', { ...open, respondBy: at(2) }), NOW).due).toEqual({
      what: 'ANSWER',
      by: at(2),
    });
  });

  it('a clock that stands makes nothing late (A099)', () => {
    const overdue = { resolveBy: at(-1) };
    expect(deskRow(ticket('a', overdue), NOW).isLate).toBe(true);
    expect(deskRow(ticket('b', { ...overdue, state: 'WAITING_CUSTOMER' }), NOW)).toMatchObject({
      isLate: false,
      isPaused: true,
    });
  });
});

describe('what one press does', () => {
  it.each([
    ['NEW', null, 'Take', 'IN_PROGRESS'],
    ['NEW', 'me', 'Begin', 'IN_PROGRESS'],
    ['ASSIGNED', 'me', 'Begin', 'IN_PROGRESS'],
    ['REOPENED', 'wu', 'Take', 'IN_PROGRESS'],
    ['IN_PROGRESS', 'wu', 'Take', 'ASSIGNED'],
    ['WAITING_CUSTOMER', 'me', 'Go on', 'IN_PROGRESS'],
  ] as const)('%s of %s: %s', (state, assigneeId, label, to) => {
    expect(pressOf(ticket('a', { state, assigneeId }), 'me')).toEqual({ label, to });
  });

  it('what I am at needs no press; what nobody has begun is not resolved yet (C4)', () => {
    expect(pressOf(ticket('a'), 'me')).toBeNull();
    expect(mayResolve(ticket('a', { state: 'NEW' }))).toBe(false);
    expect(mayResolve(ticket('a'))).toBe(true);
    expect(mayAnswer(ticket('a'))).toBe(false);
    expect(mayAnswer(ticket('a', { respondedAt: null }))).toBe(true);
  });
});
