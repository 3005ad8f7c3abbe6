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
  NOTIFIED: ['BOOKED', 'NO_SHOW', 'KEYS_HANDED', 'DEEMED_DELIVERED'],
  BOOKED: ['ARRIVED', 'NO_SHOW', 'KEYS_HANDED'],
  ARRIVED: ['INSPECTING', 'KEYS_HANDED'],
  INSPECTING: ['SNAGS_OPEN', 'ACCEPTED'],
  SNAGS_OPEN: ['INSPECTING', 'ACCEPTED'],
  ACCEPTED: ['KEYS_HANDED'],
  NO_SHOW: ['BOOKED', 'DEEMED_DELIVERED'],
  KEYS_HANDED: [],
  DEEMED_DELIVERED: [],
};
