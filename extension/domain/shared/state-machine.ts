/** State machines as data: each state with the states it may go to (C4). */
export type Transitions<S extends string> = { readonly [state in S]: readonly S[] };

export function canGo<S extends string>(transitions: Transitions<S>, from: S, to: S): boolean {
  return transitions[from].includes(to);
}

export function statesOf<S extends string>(transitions: Transitions<S>): S[] {
  return Object.keys(transitions) as S[];
}

/** The states that no path reaches from `start`: a test keeps this empty. */
export function unreachableStates<S extends string>(transitions: Transitions<S>, start: S): S[] {
  const seen = new Set<S>([start]);
  const queue: S[] = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of transitions[state]) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return statesOf(transitions).filter((state) => !seen.has(state));
}
