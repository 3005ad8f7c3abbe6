// biome-ignore-all lint/a11y/useSemanticElements: a table is no interactive grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: see UnitCell for why it is a data element
/** One unit on the board. Drawn again only when what it shows changes: a board may have 1,500 of them. */
import { memo } from 'react';
import { amountText, numberText, shortAmountText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { classOf, UNIT_APPEARANCE } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { BoardUnit } from '../board-unit.ts';
import { floorLabel } from '../floors.ts';
import { kindLabel } from '../kind-label.ts';
import type { Ending } from '../time-left.ts';

export type UnitCellProps = {
  unit: BoardUnit;
  column: number;
  words: Words;
  timeLeft: string | null;
  ending: Ending | null;
  isDimmed: boolean;
  isActive: boolean;
  isSelected: boolean;
};

export function cellId(unitId: string): string {
  return `kt-unit-${unitId}`;
}

/** Everything about the unit in one sentence, for who cannot see the board. */
export function cellLabel(unit: BoardUnit, timeLeft: string | null, { t, locale }: Words): string {
  const { label } = UNIT_APPEARANCE[classOf(unit)];
  return [
    unit.number,
    t(label),
    unit.floor === null ? null : floorLabel(unit.floor),
    unit.price === null ? t('no price') : amountText(unit.price, locale),
    unit.areaSquareMetres === null ? null : `${numberText(unit.areaSquareMetres, locale)} m²`,
    unit.unitType,
    unit.holder === null ? null : t('held by {holder}', { holder: unit.holder }),
    timeLeft === null ? null : t('{time} left', { time: timeLeft }),
    unit.isMine ? t('yours') : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/**
 * A `data` element, because the host tells the grid's one click handler the value of what was clicked;
 * that is how a press finds its unit across the sandbox without a handler for every cell.
 */
export const UnitCell = memo(function UnitCell(props: UnitCellProps) {
  const { unit, column, words, isDimmed, isActive, isSelected } = props;
  const { locale } = words;
  return (
    <data
      role="gridcell"
      value={unit.id}
      id={cellId(unit.id)}
      className="kt-cell"
      aria-colindex={column}
      aria-selected={flag(isSelected)}
      aria-label={cellLabel(unit, props.timeLeft, words)}
      data-state={classOf(unit)}
      data-dim={flag(isDimmed)}
      data-active={flag(isActive)}
    >
      <span className="kt-cell-number">{unit.number}</span>
      <span className="kt-cell-line">
        <span className="kt-cell-price">
          {unit.price === null ? '–' : shortAmountText(unit.price, locale)}
        </span>
        {unit.areaSquareMetres !== null && (
          <span className="kt-cell-area">{numberText(unit.areaSquareMetres, locale, 0)} m²</span>
        )}
      </span>
      <CellNote {...props} />
    </data>
  );
});

/** Who has it and how long; of somebody else's deal only its state (F1); of a free unit what kind it is. */
function CellNote({ unit, words, timeLeft, ending }: UnitCellProps) {
  const { state, holder, isMasked, isMine } = unit;
  const isTaken = holder !== null || isMasked || timeLeft !== null;
  return (
    <span className="kt-cell-line kt-cell-note">
      <span className="kt-cell-holder">
        {isMine && <span className="kt-cell-mine">◆ </span>}
        {isMasked ? words.t(UNIT_APPEARANCE[state].label) : holder}
        {!isTaken && (unit.unitType ?? kindLabel(unit.kind, words))}
      </span>
      {timeLeft !== null && (
        <span className="kt-cell-left" data-ending={ending ?? undefined}>
          {timeLeft}
        </span>
      )}
    </span>
  );
}
