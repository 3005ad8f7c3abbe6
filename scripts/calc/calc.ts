/** From the words on the command line and the text on standard input to the one line that is printed. */
import { refusalText } from '#commands/system/refusal-text.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Answer } from './calc-rule.ts';
import { RULES } from './rules.ts';

export type Printed = { status: 0 | 2; line: string };

export function calc(args: readonly string[], text: string): Printed {
  const decision = decide(args, text);
  return 'refused' in decision
    ? { status: 2, line: JSON.stringify({ error: errorOf(decision.refused) }) }
    : { status: 0, line: JSON.stringify(decision.plan) };
}

function decide(args: readonly string[], text: string): Decision<Answer> {
  const rule = args.length === 1 ? RULES.get(args[0] ?? '') : undefined;
  if (rule === undefined) return invalid('rule', `must be one of ${[...RULES.keys()].join(', ')}`);
  const input = parsed(text);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return invalid('input', 'must be one JSON object');
  }
  return rule.run(input);
}

/** What is no JSON is no object either. Spreadsheets and PowerShell put a mark of byte order in front. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function invalid(field: string, problem: string) {
  return refuse({ code: 'INVALID_INPUT', field, problem });
}

/** A refusal that names no field, such as a plan that does not add up, is about the input as a whole. */
function errorOf(refused: Refusal): { field: string; message: string } {
  return refused.code === 'INVALID_INPUT'
    ? { field: refused.field, message: refused.problem }
    : { field: 'input', message: refusalText(refused) };
}
