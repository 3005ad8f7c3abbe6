/** What is wrong with a row of a list of titles, in the reader’s language; the same sentences as the server’s. */
import type { TitleProblemCode } from '#domain/handover/title-list.ts';
import { BLOCKS, TITLE_STATES } from '#widgets/handover/title/title-records.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';

export const TITLE_PROBLEMS: Readonly<Record<TitleProblemCode, string>> = {
  NO_NAME: msg('The row names no contract and no unit. Enter one of them, or delete the row.'),
  TWICE: msg('{name} is in row {other} already. Keep one of the two rows.'),
  NOT_A_DATE: msg('"{value}" is no date. Write it like 2026-01-31.'),
  DATE_AMBIGUOUS: msg('"{value}" can be two dates. Write the column like 2026-01-31.'),
  NOT_A_NUMBER: msg('"{value}" is no amount. Enter digits only, such as 1234.50.'),
  UNKNOWN_STATE: msg('"{value}" is no state of a title case. Write one of: {states}.'),
  NO_STATE: msg('The row does not say how far the case is. Enter a state, a number or a date.'),
  CONTRACT_UNKNOWN: msg('There is no contract {name}, and no sold unit of this name. Correct the name.'),
  SEVERAL_CONTRACTS: msg('{count} contracts have the unit {name}. Give the contract number.'),
  NOT_HANDED_OVER: msg(
    'The keys of {name} are not handed over yet. Hand over first, then read the list again.',
  ),
  BACKWARDS: msg('The case is {known} already and the row says {given}. Correct the row.'),
  DIFFERS: msg('The case has {known} and the row {given}. Correct one of the two.'),
  VALUE_MISSING: msg('To be {state} the row needs a value here. Enter it.'),
  DATES_OUT_OF_ORDER: msg('{date} is before the step before it. Correct the dates.'),
  DATE_IN_FUTURE: msg('{date} is after today ({today}). Correct the date.'),
  BLOCKED: msg('{reason}: {detail}. Clear this first, then read the list again.'),
  UNIT_FROZEN: msg('The unit {unit} is frozen by law. Lift the freeze first.'),
  CHANGED_MEANWHILE: msg('Somebody else moved the case meanwhile. Read the list again.'),
};

export type ShownProblem = {
  row: number;
  column: string;
  code: string;
  facts: Record<string, string>;
  problem: string;
};

/** The server's own sentence for a code that is newer than this widget. */
export function problemText({ code, facts: given, problem }: ShownProblem, { t }: Words): string {
  const facts = worded(given, t);
  const text = TITLE_PROBLEMS[code as TitleProblemCode];
  return text === undefined ? problem : t(text, facts);
}

/** States and reasons by their names; whatever else a fact says stays as it is. */
function worded(facts: Record<string, string>, t: Words['t']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      nameIn(name === 'reason' ? BLOCKS : TITLE_STATES, value, t) ?? value,
    ]),
  );
}
