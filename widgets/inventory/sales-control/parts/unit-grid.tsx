// biome-ignore-all lint/a11y/useSemanticElements: a table is no interactive grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop; see below
/**
 * One building: floors from the top down, as one interactive ARIA grid with a single tab stop. Its
 * active unit is named by aria-activedescendant, for inside Twenty's sandbox no script can move the focus.
 */
import { type KeyboardEvent, type MouseEvent, memo, useCallback, useMemo, useState } from 'react';
import { shortTimeLeftText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { BoardUnit } from '../board-unit.ts';
import { type Filters, isFiltering, matches } from '../filters.ts';
import { floorLabel, gridOf, moveFrom, type Row } from '../floors.ts';
import { endingOf } from '../time-left.ts';
import { cellId, UnitCell } from './unit-cell.tsx';

type UnitGridProps = {
  name: string;
  units: readonly BoardUnit[];
  filters: Filters;
  selectedId: string | null;
  now: number;
  words: Words;
  onOpen: (unitId: string) => void;
  onClose: () => void;
};

/**
 * The unit that was pressed. In Twenty's sandbox an event brings the value of its target along; on a
 * plain page the target itself is there.
 */
export function pressedUnit(event: { detail?: unknown; target?: unknown }): string | null {
  if (typeof event.detail === 'object' && event.detail !== null) {
    const { value } = event.detail as { value?: unknown };
    return typeof value === 'string' && value !== '' ? value : null;
  }
  const target = event.target as { closest?: (selector: string) => Element | null } | null;
  return target?.closest?.('data')?.getAttribute('value') ?? null;
}

export function UnitGrid({ name, units, filters, selectedId, now, words, onOpen, onClose }: UnitGridProps) {
  const grid = useMemo(() => gridOf(units), [units]);
  const [lastId, setLastId] = useState<string | null>(null);
  // It starts at the first unit, and does so again when its unit is gone.
  const activeId = useMemo(
    () => (units.some(({ id }) => id === lastId) ? lastId : moveFrom(grid, null, 'Home')),
    [grid, units, lastId],
  );

  const onClick = useCallback(
    (event: MouseEvent) => {
      const unitId = pressedUnit(event);
      if (unitId === null) return;
      setLastId(unitId);
      onOpen(unitId);
    },
    [onOpen],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && activeId !== null) onOpen(activeId);
    else {
      const next = moveFrom(grid, activeId, event.key, event.ctrlKey || event.metaKey);
      if (next === null) return;
      setLastId(next);
      // Inside the sandbox the key scrolls the page by itself, and neither of these does anything.
      event.preventDefault();
      document.getElementById(cellId(next))?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    }
  };

  return (
    <div
      role="grid"
      tabIndex={0}
      className="kt-grid"
      aria-label={name}
      aria-rowcount={grid.rows.length}
      aria-colcount={grid.columns + 1}
      aria-activedescendant={activeId === null ? undefined : cellId(activeId)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {grid.rows.map((row, index) => (
        <UnitRow
          key={String(row.floor)}
          row={row}
          index={index + 1}
          activeId={idIn(row, activeId)}
          selectedId={idIn(row, selectedId)}
          filters={filters}
          now={now}
          words={words}
        />
      ))}
    </div>
  );
}

/** The id when it is one of the row's: other rows then see no change, and are not drawn again. */
function idIn({ cells }: Row, unitId: string | null): string | null {
  return cells.some((unit) => unit !== null && unit.id === unitId) ? unitId : null;
}

type UnitRowProps = Pick<UnitGridProps, 'filters' | 'now' | 'words' | 'selectedId'> & {
  row: Row;
  index: number;
  activeId: string | null;
};

const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const { row, index, activeId, selectedId, filters, now, words } = props;
  const dims = isFiltering(filters);
  return (
    <div role="row" className="kt-row" aria-rowindex={index}>
      <span role="rowheader" aria-colindex={1} className="kt-floor">
        {floorLabel(row.floor)}
      </span>
      {row.cells.map((unit, column) =>
        unit === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its column
          <span key={`gap ${column}`} role="presentation" />
        ) : (
          <UnitCell
            key={unit.id}
            unit={unit}
            column={column + 2}
            words={words}
            timeLeft={shortTimeLeftText(unit.heldUntil, now, words.t)}
            ending={endingOf(unit, now)}
            isDimmed={dims && !matches(unit, filters, now)}
            isActive={unit.id === activeId}
            isSelected={unit.id === selectedId}
          />
        ),
      )}
    </div>
  );
});
