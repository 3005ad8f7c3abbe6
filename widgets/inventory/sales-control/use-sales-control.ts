/** Loads the board and keeps it true: changes every 20 seconds, everything every five minutes. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asFailure } from '#widgets/shared/api/failure.ts';
import { boardReducer, EMPTY_BOARD, firstPlace, newestChange } from './board-state.ts';
import { rememberedPlace, rememberPlace } from './place-memory.ts';
import { FULL_RELOAD_MS, isHidden, pollDelayMs, whenSeenAgain } from './polling.ts';
import {
  type Asker,
  type Place,
  readChangedUnits,
  readGroups,
  readPlaces,
  readRecord,
  readUnit,
  readUnits,
} from './read-board.ts';
import { readViewer } from './viewer.ts';

type Work = (isCurrent: () => boolean) => Promise<void>;

/** @param recordId the building or project on whose page the board stands, if it does. */
export function useSalesControl(recordId: string | null, userId: string | null) {
  const [state, dispatch] = useReducer(boardReducer, EMPTY_BOARD);
  const latest = useRef(state);
  latest.current = state;
  // An answer that belongs to a place left meanwhile must not be shown.
  const visit = useRef(0);
  const loadedAt = useRef(0);
  const asker = useRef<Asker | null>(null);

  const guarded = useCallback(async (work: Work, isNewVisit = false) => {
    if (isNewVisit) visit.current += 1;
    const mine = visit.current;
    const isCurrent = () => mine === visit.current;
    try {
      await work(isCurrent);
    } catch (error) {
      if (isCurrent()) dispatch({ type: 'FAILED', failure: asFailure(error) });
    }
  }, []);

  /** Asked once a visit; beside the units, so that it costs no time. */
  const ask = useCallback((): Asker => {
    const viewer = readViewer();
    // Whoever awaits it hears of a failure; nobody may have come to that when it fails.
    viewer.then((known) => dispatch({ type: 'VIEWER', viewer: known })).catch(() => undefined);
    asker.current = { userId, viewer };
    return asker.current;
  }, [userId]);

  const load = useCallback(
    async (place: Place, isCurrent: () => boolean) => {
      const now = asker.current ?? ask();
      if (place.buildingId === null) {
        const [groups] = await Promise.all([readGroups(place.projectId), now.viewer]);
        if (isCurrent()) dispatch({ type: 'COUNTED', groups, at: Date.now() });
        return;
      }
      const units = await readUnits(place, now, (read, total) => {
        if (isCurrent()) dispatch({ type: 'PROGRESS', read, total });
      });
      if (!isCurrent()) return;
      loadedAt.current = Date.now();
      dispatch({ type: 'LOADED', units, at: Date.now() });
    },
    [ask],
  );

  const choose = useCallback(
    (place: Place) =>
      guarded(async (isCurrent) => {
        dispatch({ type: 'OPENING', place });
        if (latest.current.scope === 'ALL') rememberPlace(place);
        await load(place, isCurrent);
      }, true),
    [guarded, load],
  );

  const openRecord = useCallback(
    async (id: string, isCurrent: () => boolean) => {
      const opened = await readRecord(id, ask());
      if (!isCurrent()) return;
      const { kind, places, place } = opened;
      loadedAt.current = Date.now();
      dispatch({ type: 'PLACES', places, place, scope: kind });
      if (kind === 'PROJECT') dispatch({ type: 'COUNTED', groups: opened.groups, at: Date.now() });
      else dispatch({ type: 'LOADED', units: opened.units, at: Date.now() });
    },
    [ask],
  );

  const open = useCallback(
    () =>
      guarded(async (isCurrent) => {
        dispatch({ type: 'OPENING', place: null });
        if (recordId !== null) return openRecord(recordId, isCurrent);
        ask();
        const places = await readPlaces();
        if (!isCurrent()) return;
        const place = rememberedPlace(places) ?? firstPlace(places);
        dispatch({ type: 'PLACES', places, place, scope: 'ALL' });
        if (place === null) dispatch({ type: 'LOADED', units: [], at: Date.now() });
        else await load(place, isCurrent);
      }, true),
    [guarded, load, ask, openRecord, recordId],
  );

  const refresh = useCallback(
    (isWhole = false) =>
      guarded(async (isCurrent) => {
        const { phase, place, units, isRefreshing } = latest.current;
        if (phase !== 'READY' || place === null || isRefreshing) return;
        dispatch({ type: 'REFRESHING' });
        const since = newestChange(units);
        const isOld = Date.now() - loadedAt.current >= FULL_RELOAD_MS;
        if (place.buildingId === null || isWhole || since === null || isOld) return load(place, isCurrent);
        const changed = await readChangedUnits(place, since, asker.current ?? ask());
        if (isCurrent()) dispatch({ type: 'CHANGED', units: changed, at: Date.now() });
      }),
    [guarded, load, ask],
  );

  const reloadUnit = useCallback(
    (unitId: string) =>
      guarded(async (isCurrent) => {
        const unit = await readUnit(unitId, asker.current ?? ask());
        if (!isCurrent()) return;
        if (unit === null) dispatch({ type: 'GONE', unitId });
        else dispatch({ type: 'CHANGED', units: [unit], at: latest.current.asOf ?? Date.now() });
      }),
    [guarded, ask],
  );

  useEffect(() => {
    void open();
    return () => {
      visit.current += 1;
    };
  }, [open]);
  usePolling(refresh, state.failures);

  return { state, choose, open, refresh, reloadUnit };
}

/** Asks again and again, but not for a page that nobody sees; and at once when it is seen again. */
function usePolling(refresh: () => Promise<void>, failures: number): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isHidden()) void refresh();
    }, pollDelayMs(failures));
    return () => clearInterval(timer);
  }, [refresh, failures]);
  useEffect(() => whenSeenAgain(() => void refresh()), [refresh]);
}

export type SalesControl = ReturnType<typeof useSalesControl>;
