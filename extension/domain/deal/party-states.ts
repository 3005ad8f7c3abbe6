/** States of the parties of a deal (共有人): who has left stays on record. */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type PartyState = 'ACTIVE' | 'LEFT';

export const PARTY_TRANSITIONS: Transitions<PartyState> = { ACTIVE: ['LEFT'], LEFT: [] };
