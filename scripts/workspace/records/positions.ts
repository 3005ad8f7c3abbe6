/** Where new rows stand: before the first one, unless the client says otherwise. */
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';
import type { Parameters } from '#scripts/workspace/records/sql.ts';
import type { WriteSet } from '#scripts/workspace/records/write-data.ts';

/**
 * One SQL expression a row, in the order the sets will be inserted. The real server puts rows without a
 * number first, which is why `sets` is reordered in place.
 */
export function placePositions(object: ObjectModel, sets: WriteSet[], parameters: Parameters): string[] {
  const table = quote(object.nameSingular);
  const isNumber = (set: WriteSet) => typeof set.position === 'number';
  const groups = [
    sets.filter((set) => !isNumber(set) && set.position !== 'last'),
    sets.filter((set) => set.position === 'last'),
    sets.filter(isNumber),
  ];
  sets.splice(0, sets.length, ...groups.flat());
  const numbers = (groups[2] ?? []).map((set) => Number(set.position));
  const edge = (kind: 'min' | 'max') => {
    const stored = `COALESCE((SELECT ${kind}("position") FROM ${table}), 1)`;
    if (numbers.length === 0) return stored;
    const given = parameters.add(String(kind === 'min' ? Math.min(...numbers) : Math.max(...numbers)));
    return `${kind === 'min' ? 'LEAST' : 'GREATEST'}(${stored}, ${given}::float8)`;
  };
  for (const set of sets) set.columns.delete('position');
  const [first = [], last = [], own = []] = groups;
  const before = first.length > 0 ? edge('min') : '';
  const behind = last.length > 0 ? edge('max') : '';
  return [
    ...first.map((_, index) => `${before} - ${index + 1}`),
    ...last.map((_, index) => `${behind} + ${index + 1}`),
    ...own.map((set) => `${parameters.add(String(set.position))}::float8`),
  ];
}
