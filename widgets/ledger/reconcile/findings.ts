/** What reconciling has found so far. */
import type { CommandInputs } from '#widgets/shared/api/commands.ts';

export type Finding = { contract: string; problem: string };

export type Findings = {
  contracts: number;
  repaired: Finding[];
  problems: Finding[];
  /** The contract to go on after; null when all were looked at. */
  next: string | null;
};

export const NOTHING_FOUND: Findings = { contracts: 0, repaired: [], problems: [], next: null };

/** So many contracts a request: it ends long before a server loses its patience, and progress is seen. */
const AT_ONCE = 100;

function findings(value: unknown): Finding[] {
  return Array.isArray(value) ? (value as Finding[]) : [];
}

export function withAnswer(so: Findings, result: Record<string, unknown>): Findings {
  return {
    contracts: so.contracts + Number(result.contracts ?? 0),
    repaired: [...so.repaired, ...findings(result.repaired)],
    problems: [...so.problems, ...findings(result.problems)],
    next: typeof result.next === 'string' ? result.next : null,
  };
}

export function inputAfter(next: string | null): CommandInputs['ledger/reconcile'] {
  return next === null ? { most: AT_ONCE } : { afterContractId: next, most: AT_ONCE };
}
