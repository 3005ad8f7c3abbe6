/** What every record operation is handed: who asks, on which model, and where changes are announced. */
import type { Identity } from '#scripts/workspace/access/identity.ts';
import type { Database } from '#scripts/workspace/database/open-database.ts';
import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import type { WorkspaceModel } from '#scripts/workspace/model/model.ts';
import type { ChangeLog } from '#scripts/workspace/records/changes.ts';

export type RecordContext = {
  model: WorkspaceModel;
  database: Database;
  identity: Identity;
  changes: ChangeLog;
  files: FileShelf;
};

export type ApiRecord = Record<string, unknown>;

/** Twenty's page size without `first`, and the ceiling of createMany and updateMany. */
export const MAX_RECORDS = 200;
/** Rows of a list inside a record. */
export const MAX_NESTED_RECORDS = 60;
