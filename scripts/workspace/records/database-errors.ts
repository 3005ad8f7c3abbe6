/** What PostgreSQL refuses, told the way Twenty tells it. */
import type { Database } from '#scripts/workspace/database/open-database.ts';
import { refusedByDatabase } from '#scripts/workspace/graphql/errors.ts';
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';

type PostgresError = Error & { code?: string; detail?: string };

const FRIENDLY: Record<string, string> = {
  '23502': 'A required field is missing. Please provide all required values and try again.',
  '23503':
    'This operation references a record that does not exist or cannot be modified due to existing relationships.',
  '23001': 'This record cannot be deleted because it is still referenced by other records.',
  '22P02': 'Invalid input provided.',
};

/** The record that holds the key already: told only for a key of one field, and only if it is not deleted. */
async function conflict(database: Database, object: ObjectModel, detail: string | undefined) {
  const match = /Key \(([^)]+)\)=\(([^)]+)\)/.exec(detail ?? '');
  const column = object.columnByName.get((match?.[1] ?? '').replace(/^"|"$/g, ''));
  if (!match || !column || column.name === 'id' || !column.field.isUnique || column.field.relation)
    return undefined;
  const [row] = await database.query(
    `SELECT "id" FROM ${quote(object.nameSingular)} WHERE ${quote(column.name)}::text = $1 AND "deletedAt" IS NULL`,
    [match[2]],
  );
  return row ? { id: String(row.id), label: column.field.label } : undefined;
}

export async function translateDatabaseError(
  error: unknown,
  database: Database,
  object: ObjectModel,
): Promise<unknown> {
  const { code, detail, message } = error as PostgresError;
  if (code === '23505') {
    const found = await conflict(database, object, detail);
    return refusedByDatabase(
      'A duplicate entry was detected',
      found
        ? `This ${found.label} value is already in use. Please check your data and try again.`
        : 'This record already exists. Please check your data and try again.',
      found ? { conflictingRecordId: found.id, conflictingObjectNameSingular: object.nameSingular } : {},
    );
  }
  const friendly = code === undefined ? undefined : FRIENDLY[code];
  return friendly === undefined ? error : refusedByDatabase(message, friendly);
}
