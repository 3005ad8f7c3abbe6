/** What ends a deal at the desk: reserving the unit, or sending the quote with its document. */
import { useCallback, useState } from 'react';
import type { CommandAnswer, Refusal } from '#widgets/shared/api/commands.ts';
import { newRequestId } from '#widgets/shared/api/run-command.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import type { ReservationInput } from '#widgets/shared/reservation/reservation-draft.ts';
import type { DeskDraft } from './desk-draft.ts';
import type { DeskPort } from './desk-port.ts';
import { isUnitGone } from './desk-preview.ts';
import type { Saving } from './use-saving.ts';

export type QuoteLanguage = 'en' | 'zh-CN';

type Failed = Exclude<CommandAnswer, { kind: 'DONE' }>;

export type Posted =
  | { kind: 'RESERVED'; result: Result; message: string }
  | { kind: 'SENT'; result: Result; message: string; documents: Result[]; documentFailed: Failed | null };

type Posting = {
  port: DeskPort;
  locale: string;
  saving: Saving;
  onUnitGone: (refusal: Refusal) => void;
};

export function usePosting({ port, locale, saving, onUnitGone }: Posting) {
  const reserving = useCommand('deal/reserve-unit', locale, port.run);
  const sending = useCommand('deal/send-quote', locale, port.run);
  const [posted, setPosted] = useState<Posted | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const reserve = useCallback(
    async (draft: DeskDraft, input: ReservationInput, withApproval: boolean) => {
      const { unit } = draft;
      if (unit === null) return;
      setIsBusy(true);
      setFailed(null);
      // A quote says what was reserved, so it is brought up to date first; without one there is none to accept.
      const quote = saving.saved === null ? null : await saving.save(draft);
      if (saving.saved !== null && quote === null) return setIsBusy(false);
      const answer = await reserving.submit({
        ...input,
        unitId: unit.id,
        ...(withApproval ? { withApproval } : {}),
        ...(quote === null ? {} : { quoteId: quote.quoteId }),
      });
      setIsBusy(false);
      if (answer.kind === 'DONE') {
        saving.becomes('ACCEPTED');
        setPosted({ ...answer, kind: 'RESERVED' });
      } else if (answer.kind === 'REFUSED' && isUnitGone(answer.refusal)) onUnitGone(answer.refusal);
      else setFailed(answer);
    },
    [reserving.submit, saving, onUnitGone],
  );

  const send = useCallback(
    async (draft: DeskDraft, languages: readonly QuoteLanguage[]) => {
      setIsBusy(true);
      setFailed(null);
      const quote = await saving.save(draft);
      if (quote === null) return setIsBusy(false);
      const answer = await sending.submit({ quoteId: quote.quoteId });
      if (answer.kind !== 'DONE') {
        setIsBusy(false);
        return setFailed(answer);
      }
      saving.becomes('SENT');
      const documents: Result[] = [];
      let documentFailed: Failed | null = null;
      for (const language of languages) {
        const input = { quoteId: quote.quoteId, language };
        const written = await port.run('documents/write-quote', input, {
          requestId: newRequestId(),
          locale,
        });
        if (written.kind === 'DONE') documents.push(written.result);
        else documentFailed = written;
      }
      setIsBusy(false);
      setPosted({ ...answer, kind: 'SENT', documents, documentFailed });
    },
    [sending.submit, saving, port, locale],
  );

  const clear = useCallback(() => {
    setPosted(null);
    setFailed(null);
  }, []);
  return { reserve, send, clear, posted, failed, isBusy };
}

export type PostingState = ReturnType<typeof usePosting>;
