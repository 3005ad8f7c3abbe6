/**
 * Whether a command is offered, as Twenty's command menu reads it: conditions joined by `and`, of which the page
 * knows those that the entries use. A condition that it does not know hides the command, as Twenty does.
 */
export type Selected = Record<string, unknown>;

type Condition = { test: (records: readonly Selected[]) => boolean; fields: [name: string, value: string][] };

const COUNT = /^numberOfSelectedRecords (==|>=) (\d+)$/;
const EQUALS = /^(none|every|some)Equals\(selectedRecords, "(\w+)", "(\w+)"\)$/;

/** Null for a text that is no condition. */
export function conditionOf(text: string): Condition | null {
  const [, compared, count] = COUNT.exec(text) ?? [];
  if (compared !== undefined)
    return {
      test: ({ length }) => (compared === '==' ? length === Number(count) : length >= Number(count)),
      fields: [],
    };
  const [, how, field = '', value = ''] = EQUALS.exec(text) ?? [];
  if (how === undefined) return null;
  const is = (record: Selected) => record[field] === value;
  return {
    test: (records) =>
      records.length > 0 &&
      (how === 'none' ? !records.some(is) : how === 'every' ? records.every(is) : records.some(is)),
    fields: [[field, value]],
  };
}

export function conditionsOf(expression: string): (Condition | null)[] {
  return expression.split(' and ').map((text) => conditionOf(text.trim()));
}

export function isAvailable(expression: string | null, records: readonly Selected[]): boolean {
  if (expression === null || expression === '') return true;
  return conditionsOf(expression).every((condition) => condition?.test(records) ?? false);
}
