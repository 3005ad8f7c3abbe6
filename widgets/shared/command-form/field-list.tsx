/** Fields of a form as data: drawn, checked and read in one place. */

import { readDecimal } from '#widgets/shared/format/amount.ts';
import type { Translate, Words } from '#widgets/shared/i18n/words.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import {
  CheckField,
  ChoiceField,
  DateField,
  LongTextField,
  TextField,
} from '#widgets/shared/parts/fields.tsx';

/** DECIMAL is a number that is no money and may be zero, such as a rate or an area. */
export type FieldKind = 'TEXT' | 'LONG' | 'AMOUNT' | 'DECIMAL' | 'WHOLE' | 'DATE' | 'CHOICE' | 'CHECK';

/** Every value is a text; that of a box is 'true' or empty. */
export type Values<Key extends string> = Record<Key, string>;

/** Texts are marked with `msg`. */
export type FieldSpec<Subject, Key extends string = string> = {
  kind: FieldKind;
  label: string;
  hint?: string;
  isOptional?: boolean;
  /** An amount of nothing is an answer too. */
  mayBeZero?: boolean;
  /** What is said when it is empty; amounts, dates and numbers have a sentence of their own. */
  missing?: string;
  choices?: (subject: Subject, t: Translate, values: Values<Key>) => [value: string, label: string][];
  /** Stands beside a neighbour; amounts, numbers and dates do so by themselves. */
  isShort?: boolean;
  isShown?: (values: Values<Key>, subject: Subject) => boolean;
};

export type FieldSpecs<Subject, Key extends string> = Record<Key, FieldSpec<Subject, Key>>;

const WRONG: Record<FieldKind, string> = {
  TEXT: msg('Fill this in.'),
  LONG: msg('Fill this in.'),
  AMOUNT: msg('Enter an amount such as 50000.'),
  DECIMAL: msg('Enter a number such as 4.9.'),
  WHOLE: msg('Enter a whole number.'),
  DATE: msg('Enter a date.'),
  CHOICE: msg('Choose one.'),
  CHECK: msg('Tick the box first.'),
};

function shownKeys<Subject, Key extends string>(
  specs: FieldSpecs<Subject, Key>,
  values: Values<Key>,
  subject: Subject,
): Key[] {
  const keys = Object.keys(specs) as Key[];
  return keys.filter((key) => specs[key].isShown?.(values, subject) ?? true);
}

function readOne(kind: FieldKind, typed: string, mayBeZero: boolean): string | null {
  const text = typed.trim();
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (kind === 'AMOUNT') return mayBeZero && /^0+(\.0+)?$/.test(plain) ? '0' : readDecimal(text);
  if (kind === 'WHOLE') return /^\d{1,9}$/.test(plain) ? String(Number(plain)) : null;
  if (kind === 'DECIMAL') return /^\d+(\.\d+)?$/.test(plain) ? plain : null;
  return text === '' ? null : text;
}

/** What is not shown or left empty is an empty text; `wrong` says what cannot be sent like this. */
export function readFields<Subject, Key extends string>(
  specs: FieldSpecs<Subject, Key>,
  values: Values<Key>,
  subject: Subject,
  { t }: Words,
): { read: Values<Key>; wrong: Partial<Values<Key>> } {
  const shown = shownKeys(specs, values, subject);
  const read = Object.fromEntries(Object.keys(specs).map((key) => [key, ''])) as Values<Key>;
  const wrong: Partial<Values<Key>> = {};
  for (const key of shown) {
    const { kind, isOptional = false, mayBeZero = false, missing } = specs[key];
    const value = readOne(kind, values[key], mayBeZero);
    const mayBeEmpty = isOptional && values[key].trim() === '';
    if (value === null && !mayBeEmpty) {
      const text = missing ?? WRONG[kind];
      wrong[key] = t(text);
    }
    read[key] = value ?? '';
  }
  return { read, wrong };
}

const SHORT: readonly FieldKind[] = ['AMOUNT', 'DECIMAL', 'WHOLE', 'DATE'];

/** Two short fields stand side by side. */

export function rowsOf<Subject, Key extends string>(
  specs: FieldSpecs<Subject, Key>,
  keys: readonly Key[],
): Key[][] {
  const rows: Key[][] = [];
  for (const key of keys) {
    const last = rows.at(-1);
    const [neighbour] = last ?? [];
    const fits = last?.length === 1 && neighbour !== undefined && isShort(specs[neighbour]);
    if (fits && isShort(specs[key])) last.push(key);
    else rows.push([key]);
  }
  return rows;
}

function isShort<Subject, Key extends string>(spec: FieldSpec<Subject, Key>): boolean {
  return spec.isShort ?? SHORT.includes(spec.kind);
}

type FieldListProps<Subject, Key extends string> = {
  specs: FieldSpecs<Subject, Key>;
  subject: Subject;
  /** Named behind the label of every amount. */
  currency: string;
  values: Values<Key>;
  wrong: Partial<Values<Key>>;
  words: Words;
  onChange: (changes: Partial<Values<Key>>) => void;
};

export function FieldList<Subject, Key extends string>(props: FieldListProps<Subject, Key>) {
  const { specs, subject, values } = props;
  return rowsOf(specs, shownKeys(specs, values, subject)).map((row) => {
    const fields = row.map((key) => <OneField key={key} {...props} name={key} />);
    return row.length === 1 ? (
      fields
    ) : (
      <div key={row.join()} className="kt-form-row">
        {fields}
      </div>
    );
  });
}

function OneField<Subject, Key extends string>({
  name,
  specs,
  subject,
  currency,
  values,
  wrong,
  words: { t },
  onChange,
}: FieldListProps<Subject, Key> & { name: Key }) {
  const { kind, label: title, hint: text, choices } = specs[name];
  const label = kind === 'AMOUNT' && currency !== '' ? `${t(title)} (${currency})` : t(title);
  const change = (value: string) => onChange({ [name]: value } as Partial<Values<Key>>);
  const field = {
    label,
    value: values[name],
    hint: text === undefined ? undefined : t(text),
    wrong: wrong[name] ?? null,
    onChange: change,
  };
  if (kind === 'CHECK')
    return (
      <CheckField
        label={label}
        wrong={field.wrong}
        isChecked={field.value !== ''}
        onChange={(isChecked) => change(isChecked ? 'true' : '')}
      />
    );
  if (kind === 'CHOICE') return <ChoiceField {...field} choices={choices?.(subject, t, values) ?? []} />;
  if (kind === 'LONG') return <LongTextField {...field} />;
  return kind === 'DATE' ? <DateField {...field} /> : <TextField {...field} />;
}
