/** Key sets (C4): counted, handed over and signed for, come back, lost. */
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Transitions } from '#domain/shared/state-machine.ts';
import type { KeyKind, KeyState } from './after-sale-states.ts';

export const KEY_TRANSITIONS: Transitions<KeyState> = {
  IN_STORE: ['HANDED_OVER', 'LOST'],
  HANDED_OVER: ['IN_STORE', 'LOST'],
  LOST: ['IN_STORE'],
};

export const KEY_KIND_ORDER = [
  'DOOR_KEYS',
  'ACCESS_CARDS',
  'MAILBOX_KEYS',
  'PARKING_REMOTES',
  'MANUALS',
  'OTHER',
] as const satisfies readonly KeyKind[];

/** How a set is called in its name; people may rename it. */
export const KEY_KIND_NAMES: Readonly<Record<KeyKind, string>> = {
  DOOR_KEYS: 'Door keys',
  ACCESS_CARDS: 'Access cards',
  MAILBOX_KEYS: 'Mailbox keys',
  PARKING_REMOTES: 'Parking remotes',
  MANUALS: 'Manuals',
  OTHER: 'Other',
};

export const KEY_ACTIONS = ['HAND_OVER', 'RETURN', 'LOSE'] as const;

export type KeyAction = (typeof KEY_ACTIONS)[number];

export const KEY_ACTION_TO: Readonly<Record<KeyAction, KeyState>> = {
  HAND_OVER: 'HANDED_OVER',
  RETURN: 'IN_STORE',
  LOSE: 'LOST',
};

/** No set of a unit is counted twice: this key is unique. */
export function setKeyOf(unitId: string, kind: KeyKind, number: number): string {
  return `${unitId}|${kind}|${number}`;
}

/** The numbers that the next sets of a kind get. */
export function nextNumbers(
  taken: readonly string[],
  unitId: string,
  kind: KeyKind,
  count: number,
): number[] {
  const used = taken
    .filter((key) => key.startsWith(`${unitId}|${kind}|`))
    .map((key) => Number(key.slice(key.lastIndexOf('|') + 1)));
  const last = Math.max(0, ...used.filter(Number.isInteger));
  return Array.from({ length: count }, (_, index) => last + index + 1);
}

export type HeldSet = { name: string; state: KeyState; handedTo: string; signedAt: string | null };

export function decideKeyMove(sets: readonly HeldSet[], action: KeyAction, handedTo: string): Decision<null> {
  if (action === 'HAND_OVER' && handedTo === '')
    return refuse({ code: 'INVALID_INPUT', field: 'handedTo', problem: 'is missing' });
  const to = KEY_ACTION_TO[action];
  const wrong = sets.find((set) => !KEY_TRANSITIONS[set.state].includes(to));
  if (wrong === undefined) return { plan: null };
  return refuse({
    code: 'KEYS_NOT_THERE',
    set: wrong.name,
    state: wrong.state,
    holder: wrong.handedTo || wrong.state,
  });
}
