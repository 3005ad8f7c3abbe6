/**
 * The form of one command: reads the selected record, takes what a person enters, gives the command,
 * and says what came of it. A command's own file says only what is special about it.
 */
import type { ReactNode, SyntheticEvent } from 'react';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import type { CommandInputs, CommandName } from '#widgets/shared/api/commands.ts';
import { useWords, type Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { type Fact, Facts } from '#widgets/shared/parts/facts.tsx';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { UNIT_STYLE } from '#widgets/shared/theme/unit-style.ts';
import { FailedBlank, GoneBlank, LoadingForm, NothingSelected } from './form-states.tsx';
import { type FormPlace, useCommandForm } from './use-command-form.ts';

export type Wrong<Draft> = Partial<Record<keyof Draft, string>>;

export type FieldsProps<Subject, Draft> = {
  subject: Subject;
  draft: Draft;
  wrong: Wrong<Draft>;
  words: Words;
  onChange: (changes: Partial<Draft>) => void;
};

export type CommandFormSpec<N extends CommandName, Subject, Draft> = {
  command: N;
  /** Reads the selected record and what the form shows of it; null when it is gone. */
  load: (recordId: string) => Promise<Subject | null>;
  /** What the form starts with. */
  start: (subject: Subject) => Draft;
  facts: (subject: Subject, words: Words) => readonly Fact[];
  Fields?: (props: FieldsProps<Subject, Draft>) => ReactNode;
  /** What is wrong with the draft, or else what is sent. */
  read: (
    draft: Draft,
    subject: Subject,
    words: Words,
  ) => { input: CommandInputs[N] | null; wrong: Wrong<Draft> };
  submit: (words: Words) => string;
  busy: (words: Words) => string;
  /** What to say when it is done, where the server's English sentence would not be understood. */
  done: (words: Words, result: Result) => string;
  /** Why it is no success after all, though it was done; null when it is one. */
  failed?: (result: Result, words: Words) => string | null;
  /** What it will do, where no field says so; null when there is nothing to add. */
  explains?: (subject: Subject, words: Words) => string | null;
  /** Why nothing can be entered any more, told instead of the fields; null when it can. */
  blocked?: (subject: Subject, words: Words) => string | null;
  /** What the answer brings: it is shown, and the form stays open for it. */
  Outcome?: (props: OutcomeProps<Subject>) => ReactNode;
  /** Whether there is something in the answer to look at; without it there is when there is an `Outcome`. */
  staysOpen?: (result: Result) => boolean;
  /** It changes nothing that counts, so it may be asked again and again. */
  isQuestion?: boolean;
  /** The other way to decide: sends the draft with these changes. */
  other?: { label: (words: Words) => string; draft: Partial<Draft> };
  isDangerous?: boolean;
};

export type Result = Record<string, unknown>;

export type OutcomeProps<Subject> = { result: Result; subject: Subject; words: Words };

type CommandFormProps<N extends CommandName, Subject, Draft> = {
  spec: CommandFormSpec<N, Subject, Draft>;
  /** It is about no record; `load` is given an empty id. */
  isGlobal?: boolean;
};

const STYLE = `${BASE_STYLE}${UNIT_STYLE}`;

export function CommandForm<N extends CommandName, Subject, Draft>({
  spec,
  isGlobal = false,
}: CommandFormProps<N, Subject, Draft>) {
  const [selectedId = null] = useSelectedRecordIds();
  const recordId = isGlobal ? '' : selectedId;
  return (
    <HostFrame style={STYLE}>
      {recordId === null ? (
        <NothingSelected />
      ) : (
        <LoadedForm key={recordId} spec={spec} recordId={recordId} />
      )}
    </HostFrame>
  );
}

type LoadedFormProps<N extends CommandName, Subject, Draft> = {
  spec: CommandFormSpec<N, Subject, Draft>;
  recordId: string;
  /** Without it in the side panel. Within a record that shows its facts already they are left out. */
  place?: FormPlace;
};

/** The form without a frame: in the side panel, or within the widget of a record. */
export function LoadedForm<N extends CommandName, Subject, Draft>({
  spec,
  recordId,
  place,
}: LoadedFormProps<N, Subject, Draft>) {
  const words = useWords();
  const { t } = words;
  const form = useCommandForm(spec, recordId, words, place);
  if (form.failure !== null) return <FailedBlank failure={form.failure} onAgain={form.reload} />;
  if (form.isGone) return <GoneBlank />;
  if (form.subject === null || form.draft === null) return <LoadingForm />;
  const onSubmit = (event: SyntheticEvent) => {
    // Twenty's host prevents the page from leaving by itself; a plain page has to be told.
    event.preventDefault();
    void form.submit();
  };
  const { Fields, Outcome, other } = spec;
  const { subject, draft, wrong, answer, isBusy } = form;
  const blocked = spec.blocked?.(subject, words) ?? null;
  const explained = spec.explains?.(subject, words) ?? null;
  const isOver = form.isDone && !spec.isQuestion;
  const isOpen = blocked === null && !isOver;
  const result = answer?.kind === 'DONE' ? answer.result : null;
  const failed = result === null ? null : (spec.failed?.(result, words) ?? null);
  return (
    <form className="kt-form" onSubmit={onSubmit}>
      {place === undefined && <Facts facts={spec.facts(subject, words)} />}
      {explained !== null && isOpen && <p className="kt-soft">{explained}</p>}
      {Fields && isOpen && (
        <div className="kt-form-group">
          <Fields subject={subject} draft={draft} wrong={wrong} words={words} onChange={form.change} />
        </div>
      )}
      {blocked !== null && !isOver && <Notice>{blocked}</Notice>}
      {failed !== null && <Notice tone="bad">{failed}</Notice>}
      {answer !== null && failed === null && (
        <AnswerNotice answer={answer} done={spec.done(words, result ?? {})} words={words} />
      )}
      {Outcome && result !== null && <Outcome result={result} subject={subject} words={words} />}
      <div className="kt-form-actions">
        <Button onPress={form.close}>{isOpen && !form.isDone ? t('Cancel') : t('Close')}</Button>
        {isOpen && other && (
          <Button look="danger" onPress={() => void form.submit(other.draft)} isDisabled={isBusy}>
            {other.label(words)}
          </Button>
        )}
        {isOpen && (
          <Button isSubmit look={spec.isDangerous ? 'danger' : 'primary'} isDisabled={isBusy}>
            {isBusy ? spec.busy(words) : spec.submit(words)}
          </Button>
        )}
      </div>
    </form>
  );
}
