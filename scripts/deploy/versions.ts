/** Which version the next package gets. A server takes only a higher one than it ever saw. Pure. */
import { isAtLeast, parseVersion, type Version } from './server-version.ts';

export type NextVersion = { version: string; isRaised: boolean };

/** Keeps the package's own version when it is higher than all others, else the highest with patch + 1. */
export function nextVersion(own: string, seen: readonly (string | null | undefined)[]): NextVersion {
  const wanted = parseVersion(own);
  if (wanted === undefined) throw new Error(`package.json has no usable version ("${own}")`);
  const highest = seen
    .map((text) => (text == null ? undefined : parseVersion(text)))
    .filter((version): version is Version => version !== undefined)
    .reduce<Version | undefined>(
      (top, one) => (top === undefined || isAtLeast(one, top) ? one : top),
      undefined,
    );
  if (highest === undefined || !isAtLeast(highest, wanted)) return { version: own, isRaised: false };
  const [major, minor, patch] = highest;
  return { version: `${major}.${minor}.${patch + 1}`, isRaised: true };
}
