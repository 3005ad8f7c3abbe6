/** An inspection (C4): its own copy of the checklist with the answers, what is still open, and the first-pass rate. */
import type { Transitions } from '#domain/shared/state-machine.ts';
import type { InspectionState, SnagCategory, SnagSeverity } from './after-sale-states.ts';

export const INSPECTION_TRANSITIONS: Transitions<InspectionState> = { OPEN: ['SIGNED'], SIGNED: [] };

export const CHECK_RESULTS = ['OK', 'DEFECT', 'NOT_APPLICABLE'] as const;

export type CheckResult = (typeof CHECK_RESULTS)[number];

/** One thing to look at, as it stood in the template when the inspection began, and what was found. */
export type CheckItem = {
  id: string;
  room: string;
  name: string;
  category: SnagCategory;
  severity: SnagSeverity;
  result: CheckResult | null;
  note: string;
};

export type CheckAnswer = {
  itemId: string;
  result: CheckResult;
  note?: string | undefined;
  severity?: SnagSeverity | undefined;
};

/** As it is stored; whatever a hand may have put there is no checklist. */
export function checkItemsOf(stored: unknown): CheckItem[] {
  const items = (stored as { items?: unknown } | null)?.items;
  return Array.isArray(items) ? (items as CheckItem[]) : [];
}

/** Rooms in the order of the template's places, and the items of a room together. */
export function checklistOf(
  items: readonly (Omit<CheckItem, 'result' | 'note'> & { place: number | null })[],
): CheckItem[] {
  const sorted = [...items].sort(
    (a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.name < b.name ? -1 : 1),
  );
  const rooms = [...new Set(sorted.map(({ room }) => room))];
  return rooms.flatMap((room) =>
    sorted
      .filter((one) => one.room === room)
      .map(({ id, name, category, severity }) => ({
        id,
        room,
        name,
        category,
        severity,
        result: null,
        note: '',
      })),
  );
}

/** The answers put into the checklist; the last one of an item counts. Null when one names no item of it. */
export function withAnswers(
  items: readonly CheckItem[],
  answers: readonly CheckAnswer[],
): CheckItem[] | null {
  const given = new Map(answers.map((answer) => [answer.itemId, answer]));
  const known = new Set(items.map(({ id }) => id));
  if ([...given.keys()].some((id) => !known.has(id))) return null;
  return items.map((item) => {
    const answer = given.get(item.id);
    if (answer === undefined) return item;
    const { result, note = '', severity = item.severity } = answer;
    return { ...item, result, note, severity };
  });
}

export function isSameChecklist(left: readonly CheckItem[], right: readonly CheckItem[]): boolean {
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        one.id === other.id &&
        one.result === other.result &&
        one.note === other.note &&
        one.severity === other.severity
      );
    })
  );
}

export type CheckCounts = { items: number; checked: number; defects: number; open: number };

export function countChecks(items: readonly CheckItem[]): CheckCounts {
  const checked = items.filter(({ result }) => result !== null).length;
  const defects = items.filter(({ result }) => result === 'DEFECT').length;
  return { items: items.length, checked, defects, open: items.length - checked };
}

export type InspectionResult = {
  handoverId: string | null;
  number: number | null;
  state: InspectionState;
  isPassed: boolean;
  defects: number | null;
};

export type FirstPass = {
  /** Handovers whose first inspection is signed. */
  inspected: number;
  passed: number;
  /** Passed without a single defect. */
  withoutDefects: number;
  /** Percent with one digit after the point; null without an inspection. */
  rate: number | null;
};

/** Of the first inspections that are signed, the share that was passed; walks that followed count for nothing. */
export function firstPassRate(inspections: readonly InspectionResult[]): FirstPass {
  const firsts = inspections.filter(({ number, state }) => number === 1 && state === 'SIGNED');
  const passed = firsts.filter(({ isPassed }) => isPassed);
  return {
    inspected: firsts.length,
    passed: passed.length,
    withoutDefects: passed.filter(({ defects }) => (defects ?? 0) === 0).length,
    rate: firsts.length === 0 ? null : Math.round((passed.length * 1000) / firsts.length) / 10,
  };
}
