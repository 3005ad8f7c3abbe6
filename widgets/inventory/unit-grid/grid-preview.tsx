/** The units that would be made, as the building stands: the highest floor first. */
import type { GridUnit } from '#domain/inventory/unit-grid.ts';
import { formatMoney } from '#domain/shared/money.ts';
import type { FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { amountOrDash } from '#widgets/shared/command-form/record-texts.ts';
import { amountOfDecimal } from '#widgets/shared/format/amount.ts';
import { foretoldGrid, type GridKey, type GridSubject, gridAmount, gridInput } from './grid-draft.ts';

const MOST_FLOORS = 60;

export function GridPreview({ subject, draft, words }: FieldsProps<GridSubject, Values<GridKey>>) {
  const { t, locale } = words;
  const input = gridInput(draft, subject);
  const grid = 'field' in input ? null : foretoldGrid(input, subject);
  if (grid === null || grid.length === 0) return null;
  const there = grid.filter(({ number }) => subject.numbers.has(number)).length;
  const total = gridAmount(grid);
  const amount = total === null ? null : amountOfDecimal(formatMoney(total), total.currency);
  const floors = [...new Set(grid.map(({ floor }) => floor))].sort((a, b) => b - a);
  const price = ({ listPrice }: GridUnit) =>
    listPrice === null
      ? ''
      : amountOrDash(amountOfDecimal(formatMoney(listPrice), listPrice.currency), locale);
  return (
    <section>
      <h3 className="kt-label">
        {t('{count} units, {missing} of them new', { count: grid.length, missing: grid.length - there })}
        {amount !== null && ` · ${amountOrDash(amount, locale)}`}
      </h3>
      <div style={{ overflowX: 'auto' }}>
        <table className="kt-table">
          <tbody>
            {floors.slice(0, MOST_FLOORS).map((floor) => (
              <tr key={floor}>
                <th className="kt-soft">{floor}</th>
                {grid
                  .filter((unit) => unit.floor === floor)
                  .map((unit) => (
                    <td key={unit.number} className="kt-nowrap" title={price(unit)}>
                      <div className={subject.numbers.has(unit.number) ? 'kt-soft' : ''}>{unit.number}</div>
                      <div className="kt-hint">
                        {subject.numbers.has(unit.number) ? t('is there') : price(unit)}
                      </div>
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {floors.length > MOST_FLOORS && (
        <p className="kt-hint">{t('and {count} more', { count: floors.length - MOST_FLOORS })}</p>
      )}
    </section>
  );
}
