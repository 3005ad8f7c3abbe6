/** What `/metadata` lets callers change: files on their way in, and the application's variables. */
import type { Identity } from '#scripts/workspace/access/identity.ts';
import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import { ApiError, flagDenied, forbiddenResource } from '#scripts/workspace/graphql/errors.ts';
import type { WorkspaceModel } from '#scripts/workspace/model/model.ts';

export type ChangesOptions = {
  model: WorkspaceModel;
  files: FileShelf;
  setVariable(name: string, value: string): Promise<void>;
};

type Upload = {
  filename: string;
  size: number;
  fileFolder: string;
  fieldMetadataId?: string;
  fieldMetadataUniversalIdentifier?: string;
};

function uploadField({ objects }: WorkspaceModel, upload: Upload): string {
  const { fieldMetadataId: id, fieldMetadataUniversalIdentifier: universalId } = upload;
  const field = objects
    .flatMap((object) => object.fields)
    .find((candidate) => candidate.id === id || candidate.universalIdentifier === universalId);
  if (!field) {
    const message = 'Could not find any entity of type "FieldMetadataEntity"';
    throw new ApiError(message, 'INTERNAL_SERVER_ERROR', { userFriendlyMessage: 'An error occurred.' });
  }
  return field.universalIdentifier;
}

export function changesFor(
  { model, files, setVariable }: ChangesOptions,
  identity: Identity | undefined,
): Record<string, unknown> {
  const assertMay = (flag: 'canUploadFiles' | 'canUpdateAllSettings') => {
    if (!identity) throw forbiddenResource();
    if (!identity.role[flag]) throw flagDenied();
  };
  return {
    async updateOneApplicationVariable({ key, value }: { key: string; value: string }) {
      assertMay('canUpdateAllSettings');
      await setVariable(key, value);
      return true;
    },
    createFileUpload(upload: Upload) {
      assertMay('canUploadFiles');
      if (upload.fileFolder !== 'FilesField') {
        throw new Error('The embedded workspace keeps files of FILES fields only.');
      }
      return files.announce(upload.filename, upload.size, uploadField(model, upload));
    },
    completeFileUpload({ fileId }: { fileId: string }) {
      assertMay('canUploadFiles');
      return files.confirm(fileId);
    },
  };
}
