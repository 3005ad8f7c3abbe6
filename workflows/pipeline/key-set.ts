/** The stages of a key set (C4). */
import type { KeyState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const KEY_SET_STAGES: Stages<KeyState> = {
  IN_STORE: { label: 'In store', color: 'gray' },
  HANDED_OVER: { label: 'Handed over', color: 'green' },
  LOST: { label: 'Lost', color: 'red' },
};
