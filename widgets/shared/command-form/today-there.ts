/**
 * The day on which a reader stands may be tomorrow at the project: its own today then takes the place of the day that
 * was refused, so that sending the form again is enough. A day that the reader chose stays as it is. Pure.
 */
import type { Refusal } from '#widgets/shared/api/commands.ts';

/** The fields of a draft to be changed; null when the refusal is about something else. */
export function todayThere<Draft>(
  draft: Draft,
  { code, facts }: Refusal,
  readersToday: string,
): Partial<Draft> | null {
  if (code !== 'DATE_IN_FUTURE' || facts.date !== readersToday || typeof facts.today !== 'string')
    return null;
  const field = String(facts.field) as keyof Draft;
  return draft[field] === readersToday ? ({ [field]: facts.today } as Partial<Draft>) : null;
}
