/**
 * A command's form within the opened unit: the same fields and checks as in the side panel, but about what the board
 * has read already, and the board hears the answer, also when it is no success.
 */
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import type { CommandAnswer, CommandName } from '#widgets/shared/api/commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import type { BoardPort } from '../board-port.ts';

/** What came of a command: its answer, and what to say when it was done. */
export type Told = { answer: CommandAnswer; done: string; failed: string | null };

export type BoardFormProps = {
  words: Words;
  port: BoardPort;
  /** Why it was not done, told right above the button that was pressed. */
  notice: ReactNode;
  onAnswer: (told: Told) => Promise<void>;
  onClose: () => void;
};

type SpecFormProps<N extends CommandName, Subject, Draft> = BoardFormProps & {
  spec: CommandFormSpec<N, Subject, Draft>;
  subject: Subject;
};

export function BoardForm<N extends CommandName, Subject, Draft>(props: SpecFormProps<N, Subject, Draft>) {
  const { spec, subject, words, port, notice, onAnswer, onClose } = props;
  const [draft, setDraft] = useState(() => spec.start(subject));
  const [isTried, setIsTried] = useState(false);
  const command = useCommand(spec.command, words.locale, port.run);
  const { input, wrong } = spec.read(draft, subject, words);
  const explained = spec.explains?.(subject, words) ?? null;
  const { Fields } = spec;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (input === null || command.isBusy) return;
    const answer = await command.submit(input);
    const result = answer.kind === 'DONE' ? answer.result : {};
    const failed = answer.kind === 'DONE' ? (spec.failed?.(result, words) ?? null) : null;
    await onAnswer({ answer, done: spec.done(words, result), failed });
  };
  return (
    <form className="kt-detail-form" onSubmit={(event) => void submit(event)}>
      {explained !== null && <p className="kt-soft">{explained}</p>}
      {Fields && (
        <Fields
          subject={subject}
          draft={draft}
          wrong={isTried ? wrong : {}}
          words={words}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
      )}
      <div className="kt-form-end">
        {notice}
        <div className="kt-form-actions">
          <Button onPress={onClose}>{words.t('Back')}</Button>
          <Button isSubmit look={spec.isDangerous ? 'danger' : 'primary'} isDisabled={command.isBusy}>
            {command.isBusy ? spec.busy(words) : spec.submit(words)}
          </Button>
        </div>
      </div>
    </form>
  );
}
