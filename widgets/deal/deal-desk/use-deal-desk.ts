/** The desk as a whole: opens it, holds the draft, and goes from step to step. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#widgets/shared/api/commands.ts';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { newRequestId } from '#widgets/shared/api/run-command.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { type DeskDraft, type DeskStep, type DeskUnit, draftOf, EMPTY_DRAFT } from './desk-draft.ts';
import type { DeskPort } from './desk-port.ts';
import type { DeskQuote, Offer, Opened } from './read-desk.ts';
import { usePosting } from './use-posting.ts';
import { usePreview } from './use-preview.ts';
import { useSaving } from './use-saving.ts';

const NO_OFFER: Offer = { plans: [], rules: [] };

export type DeskOrigin = { userId: string | null; selectedId: string | null };

export function useDealDesk(port: DeskPort, { userId, selectedId }: DeskOrigin, locale: string) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [offer, setOffer] = useState<Offer>(NO_OFFER);
  const [draft, setDraft] = useState<DeskDraft>(EMPTY_DRAFT);
  /** Why a unit that was chosen is not chosen any more. */
  const [gone, setGone] = useState<Refusal | null>(null);
  const saving = useSaving(port, locale);
  const latest = useRef(draft);
  latest.current = draft;

  const change = useCallback((to: Partial<DeskDraft>) => setDraft((before) => ({ ...before, ...to })), []);
  const chooseUnit = useCallback((unit: DeskUnit | null) => {
    setGone(null);
    setDraft((before) => ({
      ...before,
      unit,
      projectId: unit?.projectId ?? before.projectId,
      step: unit !== null && before.step === 'UNIT' ? 'BUYERS' : before.step,
    }));
  }, []);
  const loseUnit = useCallback((refusal: Refusal) => {
    setGone(refusal);
    setDraft((before) => ({ ...before, unit: null, step: 'UNIT' }));
  }, []);

  const resume = useCallback(
    (quote: DeskQuote) => {
      const kept = draftOf(quote.draft) ?? EMPTY_DRAFT;
      // The unit as it is now, not as it was when the draft was saved; whether it is gone the preview says.
      const { unit } = quote;
      const next: DeskDraft = {
        ...kept,
        unit,
        projectId: unit?.projectId ?? kept.projectId,
        step: unit === null ? 'UNIT' : kept.step,
        signedOn: kept.signedOn || today(),
        quoteUntil: kept.quoteUntil < today() ? '' : kept.quoteUntil,
      };
      saving.goOnWith(quote, next);
      setGone(null);
      setDraft(next);
    },
    [saving.goOnWith],
  );

  const open = useCallback(async () => {
    setFailure(null);
    try {
      const found = await port.open(userId, selectedId);
      setOpened(found);
      if (found.quote !== null) return resume(found.quote);
      const projectId = found.unit?.projectId ?? found.projects[0]?.id ?? null;
      const step: DeskStep = found.unit === null ? 'UNIT' : 'BUYERS';
      setDraft({ ...EMPTY_DRAFT, projectId, unit: found.unit, step, signedOn: today() });
    } catch (error) {
      setFailure(asFailure(error));
    }
  }, [port, userId, selectedId, resume]);
  useEffect(() => void open(), [open]);

  const { projectId } = draft;
  useEffect(() => {
    if (projectId === null) return;
    let isWanted = true;
    port.readOffer(projectId).then(
      (found) => isWanted && setOffer(found),
      (error: unknown) => isWanted && setFailure(asFailure(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [port, projectId]);

  const posting = usePosting({ port, locale, saving, onUnitGone: loseUnit });
  const foretold = usePreview(draft, port, locale);

  /** What was entered is saved on the way, so that it is found again wherever somebody goes on. */
  const go = useCallback(
    (step: DeskStep) => {
      setDraft((before) => ({ ...before, step }));
      if (latest.current.unit !== null) void saving.save({ ...latest.current, step });
    },
    [saving.save],
  );

  const drop = useCallback(
    async (quote: DeskQuote) => {
      const input = { quoteId: quote.id };
      const answer = await port.run('deal/withdraw-quote', input, { requestId: newRequestId(), locale });
      if (answer.kind === 'DONE')
        setOpened((before) =>
          before === null ? before : { ...before, drafts: before.drafts.filter(({ id }) => id !== quote.id) },
        );
      return answer;
    },
    [port, locale],
  );

  const startOver = useCallback(() => {
    saving.forget();
    posting.clear();
    setGone(null);
    setDraft({ ...EMPTY_DRAFT, projectId: latest.current.projectId, signedOn: today() });
    void port.open(userId, null).then(
      (found) => setOpened(found),
      () => undefined,
    );
  }, [saving.forget, posting.clear, port, userId]);

  return {
    opened,
    failure,
    offer,
    draft,
    gone,
    saving,
    posting,
    foretold,
    open,
    change,
    chooseUnit,
    loseUnit,
    resume,
    drop,
    go,
    startOver,
  };
}

export type DealDesk = ReturnType<typeof useDealDesk>;
