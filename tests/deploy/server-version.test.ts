import { expect, it } from 'vitest';
import { Refusal } from '#scripts/deploy/refusal.ts';
import { capabilitiesOf, isAtLeast, PACKAGED_RANGE, parseVersion } from '#scripts/deploy/server-version.ts';

it.each([
  ['2.21.0', [2, 21, 0]],
  ['v2.43.1', [2, 43, 1]],
  ['2.44.0-rc.1', [2, 44, 0]],
  ['latest', undefined],
  ['', undefined],
])('reads version %s', (text, expected) => {
  expect(parseVersion(text)).toEqual(expected);
});

it.each([
  [[2, 21, 0], [2, 21, 0], true],
  [[2, 9, 9], [2, 21, 0], false],
  [[3, 0, 0], [2, 43, 9], true],
  [[2, 21, 1], [2, 21, 0], true],
] as const)('%s is at least %s: %s', (version, threshold, expected) => {
  expect(isAtLeast(version, threshold)).toBe(expected);
});

it.each([
  ['2.21.0', 'legacy', false, true],
  ['2.23.0', 'legacy', true, true],
  ['2.39.0', 'legacy', true, false],
  ['2.40.0', 'current', true, false],
  ['2.43.0', 'current', true, false],
])('a server of %s builds with the %s SDK', (version, generation, ownsRecordRelations, supportsCanvas) => {
  expect(capabilitiesOf(version)).toMatchObject({ generation, ownsRecordRelations, supportsCanvas });
});

it('a server older than 2.21 is refused with what to do', () => {
  expect(() => capabilitiesOf('2.20.3')).toThrow(Refusal);
  expect(() => capabilitiesOf('2.20.3')).toThrow('needs 2.21.0 or newer: upgrade Twenty');
});

it('a server without a readable version is refused', () => {
  expect(() => capabilitiesOf('latest')).toThrow(Refusal);
});

it('the package asks for one release less, because 2.21.0 calls itself 2.20.0 when it installs', () => {
  expect(PACKAGED_RANGE).toBe('>=2.20.0');
});
