/** Reads a record for its widget and keeps it true: again every half minute, and after whatever was done. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';

export type RecordState<Subject> = {
  /** Null while it is read for the first time, and when it is gone. */
  subject: Subject | null;
  isGone: boolean;
  failure: ApiFailure | null;
  readAt: number | null;
  isRefreshing: boolean;
};

const REFRESH_MS = 30_000;

export function useRecord<Subject>(load: (id: string) => Promise<Subject | null>, id: string) {
  const [state, setState] = useState<RecordState<Subject>>({
    subject: null,
    isGone: false,
    failure: null,
    readAt: null,
    isRefreshing: false,
  });
  // An answer that was overtaken by a newer question must not be shown.
  const asked = useRef(0);

  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    setState((before) => ({ ...before, isRefreshing: true }));
    try {
      const subject = await load(id);
      if (mine !== asked.current) return;
      const isGone = subject === null;
      setState({ subject, isGone, failure: null, readAt: Date.now(), isRefreshing: false });
    } catch (error) {
      if (mine !== asked.current) return;
      const failure = asFailure(error);
      setState((before) => ({ ...before, failure, isRefreshing: false }));
    }
  }, [load, id]);

  useEffect(() => {
    void reload();
    const timer = setInterval(() => void reload(), REFRESH_MS);
    return () => {
      clearInterval(timer);
      asked.current += 1;
    };
  }, [reload]);

  return { ...state, reload };
}
