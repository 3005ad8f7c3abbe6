/** State of a command's form: the record, the draft, the answer. */
import { useCallback, useEffect, useState } from 'react';
import { closeSidePanel, enqueueSnackbar } from 'twenty-sdk/front-component';
import type { CommandName } from '#widgets/shared/api/commands.ts';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import { today } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { doneText } from '#widgets/shared/parts/failure-text.ts';
import { quietly } from '#widgets/shared/parts/quietly.ts';
import type { CommandFormSpec } from './command-form.tsx';
import { todayThere } from './today-there.ts';

type Read<Subject, Draft> =
  | { state: 'LOADING' }
  | { state: 'GONE' }
  | { state: 'FAILED'; failure: ApiFailure }
  | { state: 'READY'; subject: Subject; draft: Draft };

/** Where a form stands: what it does once it is done or closed. */
export type FormPlace = { done: (message: string) => Promise<void>; close: () => Promise<void> };

const SIDE_PANEL: FormPlace = { done: () => closeSidePanel(), close: () => closeSidePanel() };

export function useCommandForm<N extends CommandName, Subject, Draft>(
  spec: CommandFormSpec<N, Subject, Draft>,
  recordId: string,
  words: Words,
  place: FormPlace = SIDE_PANEL,
) {
  const [read, setRead] = useState<Read<Subject, Draft>>({ state: 'LOADING' });
  // What was decided with the last attempt, beside the draft; null before the first one.
  const [tried, setTried] = useState<Partial<Draft> | null>(null);
  const { submit: give, clear, isBusy, answer } = useCommand(spec.command, words.locale);

  const reload = useCallback(async () => {
    setRead({ state: 'LOADING' });
    try {
      const subject = await spec.load(recordId);
      setRead(subject === null ? { state: 'GONE' } : { state: 'READY', subject, draft: spec.start(subject) });
    } catch (error) {
      setRead({ state: 'FAILED', failure: asFailure(error) });
    }
  }, [spec, recordId]);
  useEffect(() => {
    void reload();
  }, [reload]);

  const ready = read.state === 'READY' ? read : null;
  const check = (decided: Partial<Draft>) =>
    ready === null ? null : spec.read({ ...ready.draft, ...decided }, ready.subject, words);

  const submit = async (decided: Partial<Draft> = {}) => {
    setTried(decided);
    const input = check(decided)?.input ?? null;
    if (input === null || isBusy) return;
    const given = await give(input);
    const mended =
      given.kind === 'REFUSED' && ready !== null ? todayThere(ready.draft, given.refusal, today()) : null;
    if (mended !== null && ready !== null) setRead({ ...ready, draft: { ...ready.draft, ...mended } });
    // What the answer brings is to be looked at before the panel goes.
    if (given.kind !== 'DONE') return;
    if (spec.staysOpen?.(given.result) ?? spec.Outcome !== undefined) return;
    if ((spec.failed?.(given.result, words) ?? null) !== null) return;
    const message = doneText(given, spec.done(words, given.result), words);
    await quietly(() => enqueueSnackbar({ message, variant: 'success' }));
    await quietly(() => place.done(message));
  };

  return {
    subject: ready?.subject ?? null,
    draft: ready?.draft ?? null,
    wrong: (tried === null ? null : check(tried)?.wrong) ?? {},
    failure: read.state === 'FAILED' ? read.failure : null,
    isGone: read.state === 'GONE',
    isDone: answer?.kind === 'DONE',
    isBusy,
    answer,
    change: (changes: Partial<Draft>) => {
      if (ready === null) return;
      // What was refused is being mended: the refusal has served.
      if (answer !== null && !isBusy) clear();
      setRead({ ...ready, draft: { ...ready.draft, ...changes } });
    },
    submit,
    reload: () => void reload(),
    close: () => void quietly(place.close),
  };
}
