/** States of quotes (报价, C4). */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type QuoteState = 'DRAFT' | 'SENT' | 'ACCEPTED' | 'EXPIRED' | 'WITHDRAWN';

export const QUOTE_TRANSITIONS: Transitions<QuoteState> = {
  DRAFT: ['SENT', 'ACCEPTED', 'WITHDRAWN'],
  SENT: ['ACCEPTED', 'EXPIRED', 'WITHDRAWN'],
  ACCEPTED: [],
  EXPIRED: [],
  WITHDRAWN: [],
};

/** Those that may still become a reservation. */
export const OPEN_QUOTES: readonly QuoteState[] = ['DRAFT', 'SENT'];
