/** Loads the day, again every minute, and keeps what is shown when a refresh fails. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { type DayAnswer, type Me, readDay, readMayDecide, readMe, scopeOf } from './read-day.ts';

const REFRESH_MS = 60_000;

export type LoadedDay = DayAnswer & {
  me: Me;
  memberIds: readonly string[];
  mayDecide: (command: string) => boolean;
  month: string;
  asOf: number;
};

export type DayState =
  | { phase: 'LOADING' }
  | { phase: 'NOBODY' }
  | { phase: 'FAILED'; failure: ApiFailure }
  | { phase: 'READY'; day: LoadedDay; failure: ApiFailure | null; isRefreshing: boolean };

export function useMyDay(userId: string | null) {
  const [state, setState] = useState<DayState>({ phase: 'LOADING' });
  const [isTeam, setIsTeam] = useState(false);
  const me = useRef<Me | null>(null);
  // An answer for a choice left meanwhile must not be shown.
  const visit = useRef(0);

  const load = useCallback(async () => {
    visit.current += 1;
    const mine = visit.current;
    setState((before) =>
      before.phase === 'READY' ? { ...before, isRefreshing: true } : { phase: 'LOADING' },
    );
    const next = await loaded(userId, isTeam, me).catch((error: unknown) => asFailure(error));
    if (mine !== visit.current) return;
    setState((before) => {
      if (next === null) return { phase: 'NOBODY' };
      if ('day' in next) return { phase: 'READY', day: next.day, failure: null, isRefreshing: false };
      return before.phase === 'READY'
        ? { ...before, failure: next, isRefreshing: false }
        : { phase: 'FAILED', failure: next };
    });
  }, [userId, isTeam]);

  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), REFRESH_MS);
    return () => {
      visit.current += 1;
      clearInterval(timer);
    };
  }, [load]);

  return { state, isTeam, setIsTeam, reload: () => void load() };
}

async function loaded(
  userId: string | null,
  isTeam: boolean,
  known: { current: Me | null },
): Promise<{ day: LoadedDay } | null> {
  const me = known.current ?? (userId === null ? null : await readMe(userId));
  if (me === null) return null;
  known.current = me;
  const now = new Date();
  const scope = scopeOf(me, isTeam, now);
  const answer = await readDay(scope);
  const mayDecide = await readMayDecide(answer.records.approvals, me.memberId);
  const month = scope.month.from.slice(0, 7);
  return { day: { ...answer, me, memberIds: scope.memberIds, mayDecide, month, asOf: now.getTime() } };
}
