/** Reconciles slice by slice and remembers how far it got, so that it can go on after a failure. */
import { useRef, useState } from 'react';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { repeatCommand } from '#widgets/shared/api/repeat-command.ts';
import { type Findings, inputAfter, NOTHING_FOUND, withAnswer } from './findings.ts';

export type ReconcileState = { found: Findings | null; answer: CommandAnswer | null; isBusy: boolean };

export function useReconcile(locale: string) {
  const [state, setState] = useState<ReconcileState>({ found: null, answer: null, isBusy: false });
  const found = useRef<Findings>(NOTHING_FOUND);

  const start = async () => {
    const isGoingOn = state.answer !== null && state.answer.kind !== 'DONE';
    if (!isGoingOn) found.current = NOTHING_FOUND;
    setState({ found: found.current, answer: null, isBusy: true });
    const answer = await repeatCommand({
      name: 'ledger/reconcile',
      first: inputAfter(found.current.next),
      locale,
      next: (result) => {
        found.current = withAnswer(found.current, result);
        const isLast = found.current.next === null;
        setState({ found: found.current, answer: null, isBusy: !isLast });
        return isLast ? null : inputAfter(found.current.next);
      },
    });
    setState({ found: found.current, answer, isBusy: false });
  };
  return { ...state, start };
}
