/** Refusals of the service after the sale; joined in refusal.ts. */
export type CareRefusal =
  | { code: 'TICKET_FEEDBACK_FIRST'; ticket: string; missing: string }
  | { code: 'RATING_GIVEN'; ticket: string; until: string }
  | { code: 'RATING_NOT_ASKED'; ticket: string }
  | { code: 'TOO_MANY_REQUESTS'; what: string; afterMinutes: number };
