/** Handover batches for tests: what a batch of a few days says, and its slots. */
import { type SlotPlan, slotsOf } from '#domain/handover/index.ts';
import { EVERY_DAY } from '#domain/ledger/index.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { daysAgo } from './ledger-site.ts';

/** Tomorrow for ten days, from nine to twelve, an hour and two buyers each. */
export function batchTerms(more: Record<string, unknown> = {}) {
  return {
    opensOn: daysAgo(-1),
    closesOn: daysAgo(-10),
    dayFrom: '09:00',
    dayTo: '12:00',
    slotMinutes: 60,
    capacity: 2,
    ...more,
  };
}

/** Begins of the slots of these terms, weekends left out as projects do. */
export function startsOf(terms: ReturnType<typeof batchTerms>, timeZone = 'UTC'): string[] {
  const plan: SlotPlan = {
    ...terms,
    opensOn: plainDate(terms.opensOn),
    closesOn: plainDate(terms.closesOn),
    timeZone,
    calendar: { ...EVERY_DAY, weekend: 'SATURDAY_SUNDAY' },
  };
  return slotsOf(plan).map(({ startsAt }) => startsAt);
}
