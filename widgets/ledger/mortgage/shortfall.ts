/** What the bank does not pay and the buyer is asked for instead. */
import { type Amount, amountOf, amountOfDecimal, readDecimal } from '#widgets/shared/format/amount.ts';
import type { CaseSubject } from './case-subject.ts';

/** Null when the bank pays all that was asked, or when nothing is decided by this move. */
export function shortfallOf(
  { amountAsked, amountApproved }: Pick<CaseSubject, 'amountAsked' | 'amountApproved'>,
  to: string,
  approvedNow: string,
): Amount | null {
  const asked = amountOf(amountAsked);
  if (asked === null) return null;
  if (to === 'CHANGED_TO_CASH') return amountOf(amountApproved) ?? asked;
  if (to !== 'APPROVED') return null;
  const decimal = readDecimal(approvedNow);
  const approved = decimal === null ? null : amountOfDecimal(decimal, asked.currency);
  if (approved === null || approved.micros >= asked.micros) return null;
  return { ...asked, micros: asked.micros - approved.micros };
}
