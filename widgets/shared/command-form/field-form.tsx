/** A command's form whose fields are data: what is special about it is a table and the input made of it. */
import type { ReactNode } from 'react';
import type { CommandInputs, CommandName } from '#widgets/shared/api/commands.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { CommandFormSpec, FieldsProps } from './command-form.tsx';
import { FieldList, type FieldSpecs, readFields, type Values } from './field-list.tsx';

export type FieldFormSpec<N extends CommandName, Subject, Key extends string> = Omit<
  CommandFormSpec<N, Subject, Values<Key>>,
  'Fields' | 'read'
> & {
  fields: FieldSpecs<Subject, Key>;
  /** Told behind the label of every amount. */
  currency?: (subject: Subject) => string;
  /** What else changes when a field does, such as an amount with what it is of. */
  follow?: (changes: Partial<Values<Key>>, subject: Subject) => Partial<Values<Key>>;
  /** What is wrong though every field is filled in. */
  check?: (values: Values<Key>, subject: Subject, words: Words) => Partial<Values<Key>>;
  /** `values` are checked; one that may be empty is an empty text, see `given`. */
  input: (values: Values<Key>, subject: Subject) => CommandInputs[N];
  Above?: (props: FieldsProps<Subject, Values<Key>>) => ReactNode;
  Below?: (props: FieldsProps<Subject, Values<Key>>) => ReactNode;
};

export function fieldForm<N extends CommandName, Subject, Key extends string>({
  fields,
  currency = () => '',
  follow = () => ({}),
  check = () => ({}),
  input,
  Above,
  Below,
  ...shared
}: FieldFormSpec<N, Subject, Key>): CommandFormSpec<N, Subject, Values<Key>> {
  const Fields = (props: FieldsProps<Subject, Values<Key>>) => (
    <>
      {Above && <Above {...props} />}
      <FieldList
        specs={fields}
        subject={props.subject}
        currency={currency(props.subject)}
        values={props.draft}
        wrong={props.wrong}
        words={props.words}
        onChange={(changes) => props.onChange({ ...changes, ...follow(changes, props.subject) })}
      />
      {Below && <Below {...props} />}
    </>
  );
  return {
    ...shared,
    ...((Object.keys(fields).length > 0 || Above || Below) && { Fields }),
    read: (draft, subject, words) => {
      const { read, wrong } = readFields(fields, draft, subject, words);
      const problems = Object.keys(wrong).length > 0 ? wrong : check(read, subject, words);
      const isWrong = Object.keys(problems).length > 0;
      return { input: isWrong ? null : input(read, subject), wrong: problems };
    },
  };
}
/** What may be left out is left out when it is empty. */
export function given(value: string): string | undefined {
  return value === '' ? undefined : value;
}
