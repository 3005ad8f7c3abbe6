/** States of a handover appointment (C4). */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type HandoverState =
  | 'NOTIFIED'
  | 'BOOKED'
  | 'ARRIVED'
  | 'INSPECTING'
  | 'SNAGS_OPEN'
  | 'ACCEPTED'
  | 'KEYS_HANDED'
  | 'NO_SHOW'
  | 'DEEMED_DELIVERED';

export const HANDOVER_TRANSITIONS: Transitions<HandoverState> = {
  NOTIFIED: ['BOOKED', 'ARRIVED', 'NO_SHOW', 'KEYS_HANDED', 'DEEMED_DELIVERED'],
  BOOKED: ['NOTIFIED', 'ARRIVED', 'NO_SHOW', 'KEYS_HANDED'],
  // Back to the invitation once the contract goes over to another home.
  ARRIVED: ['NOTIFIED', 'INSPECTING', 'KEYS_HANDED'],
  INSPECTING: ['NOTIFIED', 'SNAGS_OPEN', 'ACCEPTED'],
  SNAGS_OPEN: ['NOTIFIED', 'INSPECTING', 'ACCEPTED'],
  ACCEPTED: ['NOTIFIED', 'KEYS_HANDED'],
  NO_SHOW: ['NOTIFIED', 'BOOKED', 'ARRIVED', 'KEYS_HANDED', 'DEEMED_DELIVERED'],
  KEYS_HANDED: [],
  // The keys are fetched later; the home counts as delivered since then.
  DEEMED_DELIVERED: ['KEYS_HANDED'],
};

/** Delivered in law, with or without the keys. */
export const DELIVERED_STATES: readonly HandoverState[] = ['KEYS_HANDED', 'DEEMED_DELIVERED'];

/** States in which somebody has come and the home is being looked at. */
export const HERE_STATES: readonly HandoverState[] = ['ARRIVED', 'INSPECTING', 'SNAGS_OPEN', 'ACCEPTED'];

/** Nothing is delivered yet: the appointment follows its contract. */
export const BEFORE_THE_KEYS: readonly HandoverState[] = ['NOTIFIED', 'BOOKED', 'NO_SHOW', ...HERE_STATES];
