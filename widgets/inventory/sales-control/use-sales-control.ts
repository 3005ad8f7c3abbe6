/** Loads the board and keeps it true: changes every 20 seconds, everything every five minutes. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asFailure } from '#widgets/shared/api/failure.ts';
import { boardReducer, EMPTY_BOARD, firstPlace, newestChange } from './board-state.ts';
import { type Place, readBuilding, readChangedUnits, readPlaces, readUnit, readUnits } from './read-board.ts';

export const REFRESH_MS = 20_000;
export const FULL_RELOAD_MS = 300_000;

export function useSalesControl(recordBuildingId: string | null) {
  const [state, dispatch] = useReducer(boardReducer, EMPTY_BOARD);
  const latest = useRef(state);
  latest.current = state;
  // An answer that belongs to a place left meanwhile must not be shown.
  const visit = useRef(0);
  const loadedAt = useRef(0);

  const guarded = useCallback(
    async (work: (isCurrent: () => boolean) => Promise<void>, isNewVisit = false) => {
      if (isNewVisit) visit.current += 1;
      const mine = visit.current;
      const isCurrent = () => mine === visit.current;
      try {
        await work(isCurrent);
      } catch (error) {
        if (isCurrent()) dispatch({ type: 'FAILED', failure: asFailure(error) });
      }
    },
    [],
  );

  const loadUnits = useCallback(async (place: Place, isCurrent: () => boolean) => {
    const units = await readUnits(place, (read, total) => {
      if (isCurrent()) dispatch({ type: 'PROGRESS', read, total });
    });
    if (!isCurrent()) return;
    loadedAt.current = Date.now();
    dispatch({ type: 'LOADED', units, at: Date.now() });
  }, []);

  const choose = useCallback(
    (place: Place) =>
      guarded(async (isCurrent) => {
        dispatch({ type: 'OPENING', place });
        await loadUnits(place, isCurrent);
      }, true),
    [guarded, loadUnits],
  );

  const open = useCallback(
    () =>
      guarded(async (isCurrent) => {
        dispatch({ type: 'OPENING', place: null });
        if (recordBuildingId !== null) {
          const opened = await readBuilding(recordBuildingId);
          if (!isCurrent()) return;
          loadedAt.current = Date.now();
          dispatch({ type: 'PLACES', places: opened.places, place: opened.place });
          dispatch({ type: 'LOADED', units: opened.units, at: Date.now() });
          return;
        }
        const places = await readPlaces();
        if (!isCurrent()) return;
        const place = firstPlace(places);
        dispatch({ type: 'PLACES', places, place });
        if (place === null) dispatch({ type: 'LOADED', units: [], at: Date.now() });
        else await loadUnits(place, isCurrent);
      }, true),
    [guarded, loadUnits, recordBuildingId],
  );

  const refresh = useCallback(
    (isWhole = false) =>
      guarded(async (isCurrent) => {
        const { phase, place, units, isRefreshing } = latest.current;
        if (phase !== 'READY' || place === null || isRefreshing) return;
        dispatch({ type: 'REFRESHING' });
        const since = newestChange(units);
        if (isWhole || since === null || Date.now() - loadedAt.current >= FULL_RELOAD_MS) {
          await loadUnits(place, isCurrent);
          return;
        }
        const changed = await readChangedUnits(place, since);
        if (isCurrent()) dispatch({ type: 'CHANGED', units: changed, at: Date.now() });
      }),
    [guarded, loadUnits],
  );

  const reloadUnit = useCallback(
    (unitId: string) =>
      guarded(async (isCurrent) => {
        const unit = await readUnit(unitId);
        if (!isCurrent()) return;
        if (unit === null) dispatch({ type: 'GONE', unitId });
        else dispatch({ type: 'CHANGED', units: [unit], at: latest.current.asOf ?? Date.now() });
      }),
    [guarded],
  );

  useEffect(() => {
    void open();
    return () => {
      visit.current += 1;
    };
  }, [open]);
  useEffect(() => {
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  return { state, choose, open, refresh, reloadUnit };
}

export type SalesControl = ReturnType<typeof useSalesControl>;
