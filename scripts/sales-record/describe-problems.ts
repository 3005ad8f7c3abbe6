import type { RowProblem } from './sales-record.ts';

const MAX_LINES = 20;
const MAX_VALUE_LENGTH = 40;

/** The problems as lines for a person, at most twenty, then how many more there are. Empty when none. */
export function describeProblems(problems: readonly RowProblem[]): string {
  const lines = problems.slice(0, MAX_LINES).map(describe);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return lines.join('\n');
}

function describe({ line, column, value, message }: RowProblem): string {
  // A cell may hold line breaks and characters that would garble a terminal.
  const shown = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const found = shown === '' ? '' : ` Found "${shortened(shown)}".`;
  return `line ${line}, column ${column}: ${message}${found}`;
}

const shortened = (text: string): string =>
  text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
