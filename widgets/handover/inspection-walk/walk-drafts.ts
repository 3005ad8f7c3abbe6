/** Answers that were given on this phone and that the server does not have yet. Pure. */
import type { CheckAnswer, CheckItem } from '#domain/handover/inspections.ts';
import { withAnswers } from '#domain/handover/inspections.ts';

/** The newest answer of each item, by the item. */
export type Drafts = Readonly<Record<string, CheckAnswer>>;

export function shownItems(items: readonly CheckItem[], drafts: Drafts): CheckItem[] {
  const known = new Set(items.map(({ id }) => id));
  const own = Object.values(drafts).filter(({ itemId }) => known.has(itemId));
  return withAnswers(items, own) ?? [...items];
}

/** What was sent and answered is no draft any more, unless it was changed meanwhile. */
export function withoutSent(drafts: Drafts, sent: readonly CheckAnswer[]): Drafts {
  return Object.fromEntries(
    Object.entries(drafts).filter(([id, draft]) => !sent.some((one) => one.itemId === id && one === draft)),
  );
}

export type RoomProgress = { room: string; items: number; checked: number; defects: number };

export function roomsOf(items: readonly CheckItem[]): RoomProgress[] {
  return [...new Set(items.map(({ room }) => room))].map((room) => {
    const own = items.filter((one) => one.room === room);
    return {
      room,
      items: own.length,
      checked: own.filter(({ result }) => result !== null).length,
      defects: own.filter(({ result }) => result === 'DEFECT').length,
    };
  });
}

/** The room after this one that still has something to look at; null when there is none. */
export function nextOpenRoom(rooms: readonly RoomProgress[], current: string): string | null {
  const at = rooms.findIndex(({ room }) => room === current);
  const ordered = [...rooms.slice(at + 1), ...rooms.slice(0, Math.max(0, at))];
  return ordered.find(({ items, checked }) => checked < items)?.room ?? null;
}
