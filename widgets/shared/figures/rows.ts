/**
 * From a number to its rows: Twenty's own list of an object with filters in its address, as its charts open theirs.
 * A list filters by fields of its own object only: what lies behind a relation cannot be asked for.
 */
import { AppPath, navigate } from 'twenty-sdk/front-component';
import { quietly } from '#widgets/shared/parts/quietly.ts';

/** Operands of Twenty's lists, by the kind of field that takes them. */
export type RowFilter =
  | { field: string; is: 'IS' | 'IS_NOT'; anyOf: readonly string[] }
  | { field: string; is: 'RELATED_TO'; recordId: string }
  /** Twenty's "after" takes its own day in, its "before" does not. */
  | { field: string; is: 'IS_AFTER' | 'IS_BEFORE'; value: string }
  | { field: string; is: 'IS_EMPTY' | 'IS_NOT_EMPTY' };

export type Rows = {
  /** The plural name of the object in the API, `keyturnContracts`. */
  objects: string;
  filters: readonly RowFilter[];
  /** The list shows more than the number counts: lists cannot be narrowed to a project behind a relation. */
  isWider?: boolean;
};

type Query = Record<string, Record<string, string>>;

function entryOf(filter: RowFilter): { operand: string; value: string } {
  if ('anyOf' in filter) return { operand: filter.is, value: JSON.stringify(filter.anyOf) };
  if (filter.is === 'RELATED_TO') {
    const chosen = { isCurrentWorkspaceMemberSelected: false, selectedRecordIds: [filter.recordId] };
    return { operand: 'IS', value: JSON.stringify(chosen) };
  }
  return { operand: filter.is, value: 'value' in filter ? filter.value : '' };
}

/** `{ filter: { state: { IS: '["SIGNED"]' } } }`, which the host writes into the address. */
export function rowsQuery({ filters }: Rows): { filter: Query } {
  const filter: Query = {};
  for (const each of filters) {
    const { operand, value } = entryOf(each);
    filter[each.field] = { ...filter[each.field], [operand]: value };
  }
  return { filter };
}

export function openRows(rows: Rows): void {
  void quietly(() => navigate(AppPath.RecordIndexPage, { objectNamePlural: rows.objects }, rowsQuery(rows)));
}
