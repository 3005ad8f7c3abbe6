/** When the board asks again by itself: often while that works, ever less often while it does not. */
export const REFRESH_MS = 20_000;
export const FULL_RELOAD_MS = 300_000;
const LONGEST_MS = 300_000;

/** @param failures how many refreshes have failed one after the other. */
export function pollDelayMs(failures: number): number {
  return Math.min(REFRESH_MS * 2 ** Math.min(failures, 10), LONGEST_MS);
}

/**
 * Whether nobody can see the page. Only a plain page can tell: Twenty's worker has no page of its own to ask, and
 * there the board goes on, as a board on the wall should.
 */
export function isHidden(): boolean {
  return typeof document !== 'undefined' && document.visibilityState === 'hidden';
}

/** Calls back when the page is seen again; gives what stops it. */
export function whenSeenAgain(seen: () => void): () => void {
  if (typeof document === 'undefined' || typeof document.addEventListener !== 'function')
    return () => undefined;
  const listener = () => {
    if (!isHidden()) seen();
  };
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
