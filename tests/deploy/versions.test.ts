import { expect, it } from 'vitest';
import { nextVersion } from '#scripts/deploy/versions.ts';

it.each([
  ['0.1.0', [], '0.1.0', false],
  ['0.1.0', [undefined, null], '0.1.0', false],
  ['0.2.0', ['0.1.9', '0.1.3'], '0.2.0', false],
  ['0.1.0', ['0.1.0'], '0.1.1', true],
  ['0.1.0', ['0.1.4', '0.1.6'], '0.1.7', true],
  ['0.1.0', ['1.0.0', '0.9.0'], '1.0.1', true],
])('package %s after %s becomes %s', (own, seen, version, isRaised) => {
  expect(nextVersion(own, seen)).toEqual({ version, isRaised });
});
