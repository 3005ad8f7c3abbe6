/** What the questions of the room answer, for those who ask them: lists before the keys, and a week of slots. Types only. */
import type { HandoverState } from './handover-states.ts';
import type { ReadinessItem } from './readiness.ts';

export type HomeReadiness = {
  contractId: string;
  contract: string;
  unit: string;
  buyer: string;
  handoverId: string | null;
  /** Of the handover; null while there is none. */
  state: HandoverState | null;
  isDelivered: boolean;
  isReady: boolean;
  items: ReadinessItem[];
  /** Times as the clocks of the project show them; null while nobody is invited. */
  appointment: {
    batch: string;
    batchState: string;
    slot: string | null;
    isSlotOver: boolean;
    noShows: number;
    proxyName: string;
    identityCheckedBy: string;
    deferral: string | null;
    deemedOn: string | null;
    handedOverOn: string | null;
    linkVersion: number;
  } | null;
};

/** `next`: how many were answered so far, to ask for the rest; null after the last. */
export type ReadinessAnswer = { homes: HomeReadiness[]; count: number; next: number | null };

export type Invited = {
  handoverId: string;
  unit: string;
  buyer: string;
  state: HandoverState;
  noShows: number;
  proxy: string;
};

export type SlotOfDay = {
  startsAt: string;
  endsAt: string;
  day: string;
  time: string;
  free: number;
  isOver: boolean;
  people: Invited[];
};

/** A week of a handover batch. */
export type SlotsAnswer = {
  batchId: string;
  batch: string;
  state: string;
  place: string;
  timeZone: string;
  opensOn: string;
  closesOn: string;
  capacity: number;
  from: string;
  previous: string | null;
  next: string | null;
  slots: SlotOfDay[];
  counts: Record<string, number>;
  waiting: Invited[];
  moreWaiting: number;
};
