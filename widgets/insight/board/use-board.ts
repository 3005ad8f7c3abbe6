/** Loads a board and keeps it true: anew when a filter changes, and every five minutes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import type { BoardAnswer } from './grouped.ts';
import { type Queries, readBoard } from './read-board.ts';
import { ALL, type Place, scopeOf, type Told, toldOf } from './scope.ts';

const REFRESH_MS = 300_000;

type Reading = {
  place: Place;
  choice: string;
  answer: BoardAnswer | null;
  told: Told | null;
  failure: ApiFailure | null;
  isReading: boolean;
};

export function useBoard(queries: Queries, firstChoice: string) {
  const [state, setState] = useState<Reading>({
    place: ALL,
    choice: firstChoice,
    answer: null,
    told: null,
    failure: null,
    isReading: true,
  });
  const wanted = useRef({ place: state.place, choice: state.choice });
  // An answer to a question that nobody asks any more must not be shown.
  const turn = useRef(0);

  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const { place, choice } = wanted.current;
    setState((before) => ({ ...before, place, choice, isReading: true }));
    const scope = scopeOf(place, choice, Date.now());
    try {
      const answer = await readBoard(queries, scope);
      if (mine !== turn.current) return;
      const told = toldOf(scope, answer);
      setState({ place, choice, answer, told, failure: null, isReading: false });
    } catch (error) {
      if (mine === turn.current)
        setState((before) => ({ ...before, failure: asFailure(error), isReading: false }));
    }
  }, [queries]);

  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), REFRESH_MS);
    return () => {
      turn.current += 1;
      clearInterval(timer);
    };
  }, [read]);

  const change = (changes: Partial<typeof wanted.current>) => {
    wanted.current = { ...wanted.current, ...changes };
    void read();
  };
  return {
    ...state,
    refresh: () => void read(),
    choosePlace: (place: Place) => change({ place }),
    chooseOwn: (choice: string) => change({ choice }),
  };
}
