/** Keeps the draft as a quote of who sells: a worker has no memory of its own, and the office none of the phone's. */
import { useCallback, useRef, useState } from 'react';
import type { QuoteState } from '#domain/deal/quote-states.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { newRequestId } from '#widgets/shared/api/run-command.ts';
import { contentOf, type DeskDraft, saveInputOf } from './desk-draft.ts';
import type { DeskPort } from './desk-port.ts';
import type { DeskQuote } from './read-desk.ts';

export type Saved = {
  quoteId: string;
  name: string;
  state: QuoteState;
  at: number;
  /** What was saved, to tell whether something is new. */
  content: string;
};

type Failed = Exclude<CommandAnswer, { kind: 'DONE' }>;

export function useSaving(port: DeskPort, locale: string) {
  const [saved, setSaved] = useState<Saved | null>(null);
  const [problem, setProblem] = useState<Failed | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const latest = useRef<Saved | null>(null);
  // One after the other: two at once would make two drafts of one deal.
  const queue = useRef<Promise<Saved | null>>(Promise.resolve(null));

  const keep = useCallback((next: Saved | null) => {
    latest.current = next;
    setSaved(next);
  }, []);

  const saveNow = useCallback(
    async (draft: DeskDraft): Promise<Saved | null> => {
      const content = contentOf(draft);
      const before = latest.current;
      if (before !== null && before.content === content) return before;
      setIsSaving(true);
      const quoteId = before === null ? {} : { quoteId: before.quoteId };
      const input = { ...saveInputOf(draft), ...quoteId };
      const answer = await port.run('deal/save-quote', input, { requestId: newRequestId(), locale });
      setIsSaving(false);
      if (answer.kind !== 'DONE') {
        setProblem(answer);
        return null;
      }
      setProblem(null);
      const next: Saved = {
        quoteId: String(answer.result.quoteId),
        name: String(answer.result.quote ?? ''),
        state: 'DRAFT',
        at: Date.now(),
        content,
      };
      keep(next);
      return next;
    },
    [port, locale, keep],
  );

  /** Resolves to what is saved now, to null when it could not be. */
  const save = useCallback(
    (draft: DeskDraft) => {
      queue.current = queue.current.then(() => saveNow(draft));
      return queue.current;
    },
    [saveNow],
  );

  const goOnWith = useCallback(
    (quote: DeskQuote, draft: DeskDraft) =>
      keep({
        quoteId: quote.id,
        name: quote.name ?? '',
        state: quote.state,
        at: Date.parse(quote.updatedAt ?? '') || Date.now(),
        content: contentOf(draft),
      }),
    [keep],
  );
  const becomes = useCallback(
    (state: QuoteState) => {
      if (latest.current !== null) keep({ ...latest.current, state });
    },
    [keep],
  );
  const forget = useCallback(() => {
    setProblem(null);
    keep(null);
  }, [keep]);

  return { saved, problem, isSaving, save, goOnWith, becomes, forget };
}

export type Saving = ReturnType<typeof useSaving>;
