/** Loads the service desk, again every minute, and keeps what is shown when a refresh fails. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { type Desk, readDesk, type Whose } from './read-desk.ts';

const REFRESH_MS = 60_000;

export type DeskState =
  | { phase: 'LOADING' }
  | { phase: 'NOBODY' }
  | { phase: 'FAILED'; failure: ApiFailure }
  | { phase: 'READY'; desk: Desk; failure: ApiFailure | null; isRefreshing: boolean };

export function useDesk(userId: string | null) {
  const [state, setState] = useState<DeskState>({ phase: 'LOADING' });
  const [whose, setWhose] = useState<Whose>('MINE');
  // An answer for a choice left meanwhile must not be shown.
  const visit = useRef(0);

  const load = useCallback(async () => {
    visit.current += 1;
    const mine = visit.current;
    setState((before) =>
      before.phase === 'READY' ? { ...before, isRefreshing: true } : { phase: 'LOADING' },
    );
    const next = await loaded(userId, whose).catch((error: unknown) => asFailure(error));
    if (mine !== visit.current) return;
    setState((before) => {
      if (next === null) return { phase: 'NOBODY' };
      if ('desk' in next) return { phase: 'READY', desk: next.desk, failure: null, isRefreshing: false };
      return before.phase === 'READY'
        ? { ...before, failure: next, isRefreshing: false }
        : { phase: 'FAILED', failure: next };
    });
  }, [userId, whose]);

  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), REFRESH_MS);
    return () => {
      visit.current += 1;
      clearInterval(timer);
    };
  }, [load]);

  return { state, whose, setWhose, reload: load };
}

async function loaded(userId: string | null, whose: Whose): Promise<{ desk: Desk } | null> {
  const desk = userId === null ? null : await readDesk(userId, whose);
  return desk === null ? null : { desk };
}
