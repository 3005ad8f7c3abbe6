/**
 * Files as Twenty keeps them: announced with their size, sent to a signed address, confirmed, and then
 * attached to the one record that names them. A signed address is all that a reader needs, for a day.
 */
import type { Tokens } from '#scripts/workspace/access/tokens.ts';
import type { Database } from '#scripts/workspace/database/open-database.ts';
import { contentMatches, extensionOf } from '#scripts/workspace/files/file-types.ts';
import { ApiError, refusedByDatabase } from '#scripts/workspace/graphql/errors.ts';

export type ShelfOptions = {
  database: Database;
  tokens: Tokens;
  workspaceId: string;
  /** Known once the server listens. */
  serverUrl: () => string;
};

type State = 'PENDING' | 'UPLOADED' | 'ATTACHED';
export type StoredFile = {
  id: string;
  fieldId: string;
  extension: string;
  size: number;
  state: State;
  createdAt: string;
};

const UPLOAD_SECONDS = 900;
const READ_SECONDS = 24 * 3600;
const MAX_BYTES = 1024 ** 3;
const COLUMNS = 'id, field_id AS "fieldId", extension, size, state, created_at AS "createdAt"';

/** The real server calls these its own failure, not the sender's. */
const refused = (message: string, friendly: string) =>
  new ApiError(message, 'INTERNAL_SERVER_ERROR', { userFriendlyMessage: friendly });

export class FileShelf {
  constructor(private readonly options: ShelfOptions) {}

  private tokenFor(type: 'FILE' | 'FILE_UPLOAD', fileId: string, seconds: number): string {
    const { tokens, workspaceId } = this.options;
    return tokens.issue({ sub: workspaceId, type, workspaceId, fileId }, seconds);
  }

  /** Whether a token opens this very file, for reading or for sending. */
  isTokenFor(type: 'FILE' | 'FILE_UPLOAD', fileId: string, token: string | null): boolean {
    const claims = token === null ? undefined : this.options.tokens.verify(token);
    return claims?.type === type && claims.fileId === fileId;
  }

  urlOf(fileId: string): string {
    const token = this.tokenFor('FILE', fileId, READ_SECONDS);
    return `${this.options.serverUrl()}/file/files-field/${fileId}?token=${token}`;
  }

  async find(fileId: string): Promise<StoredFile | undefined> {
    const statement = `SELECT ${COLUMNS} FROM workspace_settings.file WHERE id::text = $1`;
    const [row] = await this.options.database.query(statement, [fileId]);
    return row as StoredFile | undefined;
  }

  async announce(filename: string, size: number, fieldId: string): Promise<Record<string, unknown>> {
    if (!Number.isInteger(size) || size <= 0 || size > MAX_BYTES) {
      throw refused(
        `Invalid file size ${size} (max ${MAX_BYTES} bytes)`,
        'The file is empty or exceeds the maximum allowed size.',
      );
    }
    const extension = extensionOf(filename);
    if (extension === '') throw refused('Filename must have an extension', 'Access denied.');
    const fileId = crypto.randomUUID();
    await this.options.database.query(
      `INSERT INTO workspace_settings.file (id, field_id, extension, size, state) VALUES ($1, $2, $3, $4, 'PENDING')`,
      [fileId, fieldId, extension, size],
    );
    const token = this.tokenFor('FILE_UPLOAD', fileId, UPLOAD_SECONDS);
    return {
      fileId,
      uploadUrl: `${this.options.serverUrl()}/file-upload/${fileId}?token=${token}`,
      contentType: 'application/octet-stream',
      expiresAt: new Date(Date.now() + UPLOAD_SECONDS * 1000).toISOString(),
    };
  }

  async store(fileId: string, content: Uint8Array): Promise<void> {
    await this.options.database.query('UPDATE workspace_settings.file SET content = $2 WHERE id = $1', [
      fileId,
      content,
    ]);
  }

  async contentOf(fileId: string): Promise<Uint8Array | undefined> {
    const statement = 'SELECT content FROM workspace_settings.file WHERE id = $1';
    const [row] = await this.options.database.query(statement, [fileId]);
    return (row?.content as Uint8Array | null | undefined) ?? undefined;
  }

  /** Confirms what was sent; once more is the same, until the file is attached. */
  async confirm(fileId: string): Promise<Record<string, unknown>> {
    const file = await this.find(fileId);
    if (!file) throw refused(`File not found: ${fileId}`, 'File not found.');
    const { fieldId, extension, size, createdAt, state } = file;
    if (state === 'ATTACHED') {
      throw refused(
        `File ${fileId} is not awaiting an upload confirmation`,
        'This file upload has already been finalized.',
      );
    }
    const content = await this.contentOf(fileId);
    if (!content) {
      throw refused(
        `File ${fileId} has not been uploaded to storage yet`,
        'The file has not been uploaded yet. Please upload it before confirming.',
      );
    }
    if (!contentMatches(extension, content)) {
      throw refused(
        `File content does not match its extension. The file has extension '${extension}'.`,
        "The file extension doesn't match the file content. Please check that your file is not corrupted and has the correct extension.",
      );
    }
    await this.mark([fileId], 'UPLOADED');
    const path = `files-field/${fieldId}/${fileId}.${extension}`;
    return { id: fileId, path, size, createdAt, url: this.urlOf(fileId) };
  }

  /** @throws ApiError unless the file is confirmed and no other record has it. */
  async attachable(fileId: string): Promise<StoredFile> {
    const file = await this.find(fileId);
    if (!file) throw refusedByDatabase(`File not found: ${fileId}`, 'Invalid input provided.');
    if (file.state === 'UPLOADED') return file;
    const [problem, advice] =
      file.state === 'PENDING'
        ? [`File ${fileId} upload has not been completed`, 'Please retry the upload.']
        : [`File ${fileId} is already associated with a permanent files field`, 'Please re-upload the file.'];
    throw refusedByDatabase(problem, `${problem}. ${advice}`);
  }

  async mark(fileIds: readonly string[], state: State): Promise<void> {
    if (fileIds.length === 0) return;
    const statement = 'UPDATE workspace_settings.file SET state = $2 WHERE id::text = ANY($1)';
    await this.options.database.query(statement, [fileIds, state]);
  }

  /** The files of a record go with it when it is destroyed, not when it is deleted. */
  async discard(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const statement = 'DELETE FROM workspace_settings.file WHERE id::text = ANY($1)';
    await this.options.database.query(statement, [fileIds]);
  }
}
