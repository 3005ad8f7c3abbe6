import type { UnitState } from '#domain/inventory/unit-states.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { UNIT_APPEARANCE } from './unit-appearance.ts';

/** The name of a unit's state in its colours, with its icon. */
export function StateTag({ state, words }: { state: UnitState | null; words: Words }) {
  if (state === null) return null;
  return (
    <span className="kt-tag" data-state={state}>
      {words.t(UNIT_APPEARANCE[state].label)}
    </span>
  );
}
