/**
 * Rows of one document do not see each other: on the real server its mutations run at once, and a row that
 * names another row created beside it is refused whenever it happens to be first. Here it always is.
 */
import { refusedByDatabase } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ObjectModel, RootField } from '#scripts/workspace/model/model.ts';
import type { RecordContext } from '#scripts/workspace/records/context.ts';

export type RootCall = { root: RootField; args: Record<string, unknown> };

type Row = Record<string, unknown>;

const rowsOf = ({ args }: RootCall): Row[] => {
  const rows = Array.isArray(args.data) ? args.data : [args.data];
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null);
};

/** Ids that the calls would create, with their objects. */
function createdRows(calls: readonly RootCall[]): Map<unknown, ObjectModel> {
  const created = new Map<unknown, ObjectModel>();
  for (const call of calls) {
    if (!call.root.method.startsWith('create')) continue;
    for (const { id } of rowsOf(call)) if (typeof id === 'string') created.set(id, call.root.object);
  }
  return created;
}

/** The foreign key of a call's rows that names a row created by another call, if any does. */
function siblingKey(
  call: RootCall,
  created: ReadonlyMap<unknown, ObjectModel>,
): { column: string; id: unknown } | undefined {
  const own = new Set(rowsOf(call).map(({ id }) => id));
  for (const row of rowsOf(call)) {
    for (const column of call.root.object.fieldByJoinColumn.keys()) {
      const id = row[column];
      if (created.has(id) && !own.has(id)) return { column, id };
    }
  }
  return undefined;
}

/** Calls that must be refused because the row they name is only being created beside them. */
export async function findOrphans(
  context: RecordContext,
  calls: readonly RootCall[],
): Promise<Map<RootCall, Error>> {
  const orphans = new Map<RootCall, Error>();
  if (calls.length < 2) return orphans;
  const created = createdRows(calls);
  if (created.size === 0) return orphans;
  for (const call of calls) {
    const key = siblingKey(call, created);
    const parent = key && created.get(key.id);
    if (!key || !parent) continue;
    // A command that is repeated meets the row it created the first time.
    const [stored] = await context.database.query(
      `SELECT 1 FROM ${quote(parent.nameSingular)} WHERE "id" = $1`,
      [key.id],
    );
    if (stored) continue;
    const name = call.root.object.nameSingular;
    orphans.set(
      call,
      refusedByDatabase(
        `insert or update on table "_${name}" violates foreign key constraint "FK_${name}_${key.column}"`,
        'This operation references a record that does not exist or cannot be modified due to existing relationships.',
      ),
    );
  }
  return orphans;
}
