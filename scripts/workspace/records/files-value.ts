/** FILES fields: which files a record may name when it is written, and what a reader is told of them. */
import { inspect } from 'node:util';
import { z } from 'zod';
import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import { invalidData } from '#scripts/workspace/graphql/errors.ts';
import type { FieldModel, ObjectModel } from '#scripts/workspace/model/model.ts';
import type { ApiRecord } from '#scripts/workspace/records/context.ts';

export type FileItem = { fileId: string; label: string; extension: string };

const GIVEN = z.array(z.strictObject({ fileId: z.string(), label: z.string() }));

/** @throws ApiError for anything but files that are confirmed and belong to no record yet. */
export async function filesToWrite(
  shelf: FileShelf,
  field: FieldModel,
  value: unknown,
): Promise<FileItem[] | null> {
  if (value === null) return null;
  const given = GIVEN.safeParse(value);
  if (!given.success) {
    const [issue] = given.error.issues;
    const problem = `for FILES field "${field.name}" - ${issue?.path.join('.')}: ${issue?.message}`;
    throw invalidData(`Invalid value "${inspect(value)}" ${problem}`, `Invalid value ${problem}`);
  }
  const most = Number(field.settings.maxNumberOfValues ?? 1);
  if (given.data.length > most) {
    const message = `Max number of files is ${most} for field "${field.name}"`;
    throw invalidData(message, message);
  }
  const items: FileItem[] = [];
  for (const { fileId, label } of given.data) {
    const { extension } = await shelf.attachable(fileId);
    items.push({ fileId, label, extension: `.${extension}` });
  }
  return items;
}

/** The real server also changes the files of a record; nothing of ours does, so it is not built here. */
export function assertNewRecords(fileIds: readonly string[], mayChange: boolean): void {
  if (fileIds.length === 0 || !mayChange) return;
  throw new Error('The embedded workspace gives files to new records only.');
}

/** All of it whatever was selected, with an address that works for a day. */
export const filesToRead = (shelf: FileShelf, value: unknown) =>
  (value as FileItem[]).map((item) => ({ ...item, url: shelf.urlOf(item.fileId) }));

export const filesFields = (object: ObjectModel) => object.fields.filter(({ type }) => type === 'FILES');

export const fileIdsOf = (object: ObjectModel, records: readonly ApiRecord[]): string[] =>
  records.flatMap((record) =>
    filesFields(object).flatMap(({ name }) =>
      ((record[name] ?? []) as FileItem[]).map(({ fileId }) => fileId),
    ),
  );
