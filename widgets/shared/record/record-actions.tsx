/** What can be done with the record right here: buttons, and below them the form of the one that was pressed. */
import { type ReactNode, useState } from 'react';
import type { CommandName } from '#widgets/shared/api/commands.ts';
import { type CommandFormSpec, LoadedForm } from '#widgets/shared/command-form/command-form.tsx';
import type { FormPlace } from '#widgets/shared/command-form/use-command-form.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';

export type RecordAction = {
  key: string;
  label: string;
  /** The step that comes next; at most one of the actions. */
  isNext?: boolean;
  isDangerous?: boolean;
} & ({ form: (place: FormPlace) => ReactNode } | { press: () => void });

type RecordActionsProps = {
  actions: readonly RecordAction[];
  words: Words;
  /** After whatever was done: the record is another one now. */
  onDone: () => Promise<void>;
};

export function RecordActions({ actions, words: { t }, onDone }: RecordActionsProps) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const open = actions.find(({ key }) => key === openKey);
  const close = async () => {
    setOpenKey(null);
    // What was asked may have changed things though the form was closed, as a document that was written.
    await onDone();
  };
  const place: FormPlace = {
    close,
    done: async (message) => {
      setSaid(message);
      await close();
    },
  };
  const press = (action: RecordAction) => {
    setSaid(null);
    if ('press' in action) action.press();
    else setOpenKey(action.key === openKey ? null : action.key);
  };
  if (actions.length === 0) return null;
  return (
    <section className="kt-record-actions" aria-label={t('What can be done')}>
      {said !== null && <Notice tone="good">{said}</Notice>}
      <div className="kt-record-buttons">
        {actions.map((action) => (
          <Button
            key={action.key}
            look={action.isNext ? 'primary' : action.isDangerous ? 'danger' : 'normal'}
            onPress={() => press(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {open !== undefined && 'form' in open && (
        <section className="kt-record-form" aria-label={open.label} key={open.key}>
          <h3 className="kt-record-title">{open.label}</h3>
          {open.form(place)}
        </section>
      )}
    </section>
  );
}

/** An action that opens the form of a command. */
export function formOf<N extends CommandName, Subject, Draft>(
  spec: CommandFormSpec<N, Subject, Draft>,
  recordId: string,
): (place: FormPlace) => ReactNode {
  return (place) => <LoadedForm spec={spec} recordId={recordId} place={place} />;
}
