/** Tables from a stored value to its name, whose texts are marked for translation. */
import type { Stages } from '#workflows/pipeline/machine.ts';
import type { Translate } from './words.ts';

export type Names<Value extends string = string> = Readonly<Record<Value, string>>;

/** The names of states, which the pipeline says once for fields and widgets alike. */
export function namesOf<State extends string>(stages: Stages<State>): Names<State> {
  const names = Object.entries<{ label: string }>(stages).map(([state, { label }]) => [state, label]);
  return Object.fromEntries(names) as Names<State>;
}

export function choicesOf<Value extends string>(
  names: Names<Value>,
  t: Translate,
  only: readonly Value[] = Object.keys(names) as Value[],
): [value: Value, label: string][] {
  return only.map((value) => {
    const label = names[value];
    return [value, t(label)];
  });
}

/** The name of a stored value; the value itself where the table does not know it. Null for nothing. */
export function nameIn(names: Names, value: string | null | undefined, t: Translate): string | null {
  if (value === null || value === undefined || value === '') return null;
  const label = names[value];
  return label === undefined ? value : t(label);
}
