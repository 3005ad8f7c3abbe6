/**
 * Saves answers as they are given: one request at a time, and what was given meanwhile goes with the next one. What
 * could not be sent stays here and is sent again with the next press; the server takes the same answer any often.
 */
import { useCallback, useRef, useState } from 'react';
import type { CheckAnswer } from '#domain/handover/inspections.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';
import { type Drafts, withoutSent } from './walk-drafts.ts';

type Failed = Exclude<CommandAnswer, { kind: 'DONE' }>;

export function useWalk(inspectionId: string, locale: string, reload: () => Promise<void>) {
  const [drafts, setDrafts] = useState<Drafts>({});
  const [isSaving, setIsSaving] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const newest = useRef<Drafts>({});
  const isBusy = useRef(false);

  const keep = useCallback((next: Drafts) => {
    newest.current = next;
    setDrafts(next);
  }, []);

  const save = useCallback(async (): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setIsSaving(true);
    setFailed(null);
    try {
      for (;;) {
        const answers = Object.values(newest.current);
        if (answers.length === 0) return true;
        const input = { inspectionId, answers };
        const answer = await runCommand('handover/record-inspection', input, {
          requestId: newRequestId(),
          locale,
        });
        if (answer.kind !== 'DONE') {
          setFailed(answer);
          return false;
        }
        // First read what is saved by now, so that nothing flickers back to unanswered.
        await reload();
        keep(withoutSent(newest.current, answers));
      }
    } finally {
      isBusy.current = false;
      setIsSaving(false);
    }
  }, [inspectionId, locale, reload, keep]);

  /** A result is sent at once, a text with whatever is sent next. */
  const give = useCallback(
    (answer: CheckAnswer, isToSave: boolean) => {
      keep({ ...newest.current, [answer.itemId]: answer });
      if (isToSave) void save();
    },
    [keep, save],
  );

  return { drafts, isSaving, failed, give, save };
}
