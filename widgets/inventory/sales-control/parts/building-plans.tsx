/** One plan a building, in the order of the buildings. */
import { useMemo } from 'react';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { BoardUnit } from '../board-unit.ts';
import type { Filters } from '../filters.ts';
import type { Building } from '../read-board.ts';
import type { Density } from './filter-bar.tsx';
import { UnitGrid } from './unit-grid.tsx';

type BuildingPlansProps = {
  buildings: readonly Building[];
  units: readonly BoardUnit[];
  filters: Filters;
  density: Density;
  selectedId: string | null;
  now: number;
  words: Words;
  onOpen: (unitId: string) => void;
  onClose: () => void;
};

type BuildingPlan = { id: string; name: string; units: BoardUnit[] };

/** Units without a building that is known are shown last, under a dash: nothing for sale may be hidden. */
export function plansOf(buildings: readonly Building[], units: readonly BoardUnit[]): BuildingPlan[] {
  const plans = new Map(buildings.map(({ id, name }) => [id, { id, name, units: [] as BoardUnit[] }]));
  const others: BuildingPlan = { id: '', name: '–', units: [] };
  for (const unit of units) (plans.get(unit.buildingId ?? '') ?? others).units.push(unit);
  return [...plans.values(), others].filter((plan) => plan.units.length > 0);
}

export function BuildingPlans({ buildings, units, density, words, ...grid }: BuildingPlansProps) {
  const { t } = words;
  const plans = useMemo(() => plansOf(buildings, units), [buildings, units]);
  return (
    <div className="kt-plans" data-density={density}>
      {plans.map((plan) => (
        <div key={plan.id}>
          {plans.length > 1 && (
            <div className="kt-plan-title">
              {plan.name}
              <span className="kt-soft">{t('{count} units', { count: plan.units.length })}</span>
            </div>
          )}
          <div className="kt-scroll">
            <UnitGrid
              name={t('Units of {building}', { building: plan.name })}
              units={plan.units}
              words={words}
              {...grid}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
