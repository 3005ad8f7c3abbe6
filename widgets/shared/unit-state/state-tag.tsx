import type { Words } from '#widgets/shared/i18n/words.ts';
import { UNIT_APPEARANCE, type UnitClass } from './unit-appearance.ts';

/** The name of a unit's state in its colours, with its icon. */
export function StateTag({ state, words }: { state: UnitClass | null; words: Words }) {
  if (state === null) return null;
  return (
    <span className="kt-tag" data-state={state}>
      {words.t(UNIT_APPEARANCE[state].label)}
    </span>
  );
}
