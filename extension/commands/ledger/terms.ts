/**
 * The terms of payment as records keep them: late fee and order of allocation (D3, D4). A project sets
 * them; a contract keeps those of the day on which it was signed. Reads records, writes nothing.
 */
import type { Fields } from '#port/records.ts';

const TERM_FIELDS = [
  'allocationOrder',
  'lateFeeRate',
  'lateFeeGraceDays',
  'lateFeeGraceFrom',
  'lateFeeBandDays',
  'lateFeeBandRate',
  'lateFeeBandMode',
  'lateFeeCapPercent',
] as const;

export type TermFields = Pick<Fields<'project'>, (typeof TERM_FIELDS)[number]>;

const STANDARD_TERMS: TermFields = {
  allocationOrder: 'PRINCIPAL_FIRST',
  lateFeeRate: null,
  lateFeeGraceDays: null,
  lateFeeGraceFrom: 'DUE',
  lateFeeBandDays: null,
  lateFeeBandRate: null,
  lateFeeBandMode: 'WHOLE_PERIOD',
  lateFeeCapPercent: null,
};

/** What a new contract takes over from its project. */
export function termsOf(project: TermFields | null): TermFields {
  if (project === null) return STANDARD_TERMS;
  return Object.fromEntries(TERM_FIELDS.map((name) => [name, project[name]])) as TermFields;
}
