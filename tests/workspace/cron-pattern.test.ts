import { expect, test } from 'vitest';
import { matchesCron } from '#scripts/workspace/functions/cron-pattern.ts';

test.each([
  ['* * * * *', '2026-03-01T10:07:00Z', true],
  ['*/5 * * * *', '2026-03-01T10:05:00Z', true],
  ['*/5 * * * *', '2026-03-01T10:07:00Z', false],
  ['0 2 * * *', '2026-03-01T02:00:00Z', true],
  ['0 2 * * *', '2026-03-01T02:01:00Z', false],
  ['10-20/5 * * * *', '2026-03-01T00:15:00Z', true],
  ['0,30 9-17 * * 1-5', '2026-03-02T09:30:00Z', true],
  ['0,30 9-17 * * 1-5', '2026-03-01T09:30:00Z', false],
  ['0 0 * * 7', '2026-03-01T00:00:00Z', true],
  ['0 0 13 * 5', '2026-03-06T00:00:00Z', true],
])('%s at %s: %s', (pattern, at, expected) => {
  expect(matchesCron(pattern, new Date(at))).toBe(expected);
});

test('a pattern of another length is refused', () => {
  expect(() => matchesCron('* * *', new Date())).toThrow('five fields');
});
