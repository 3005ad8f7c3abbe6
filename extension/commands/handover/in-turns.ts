/** Guarded updates of single rows, some at the same time. Writes nothing itself. */

/** So many at the same time: a server is not to be held by one list. */
const AT_ONCE = 10;

/**
 * Answers in the order of the items. When one fails, those beside it are waited for, nothing further is begun, and
 * the failure is thrown: nobody goes on while a write is still on its way.
 */
export async function inTurns<T, A>(items: readonly T[], work: (item: T) => Promise<A>): Promise<A[]> {
  const answers: A[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const settled = await Promise.allSettled(items.slice(at, at + AT_ONCE).map(work));
    for (const one of settled) {
      if (one.status === 'rejected') throw one.reason;
      answers.push(one.value);
    }
  }
  return answers;
}
