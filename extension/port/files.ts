/**
 * The port to files: those of records, as people see them in the Files tab, and those of the app itself.
 * A file once attached is never changed; writing it again is another file.
 */
import type { ObjectName } from './records.ts';

export type AttachedFile = { fileId: string; name: string; url: string };

export interface Files {
  /** Puts a file into the Files tab of a record. `url` opens it for a day without signing in. */
  attach(object: ObjectName, recordId: string, name: string, bytes: Uint8Array): Promise<AttachedFile>;
  /** The files of a record, the newest first. */
  attached(object: ObjectName, recordId: string): Promise<AttachedFile[]>;
  /** @throws Error when the file cannot be read any more. */
  read(file: AttachedFile): Promise<Uint8Array>;
  /** A file of the app's own `public` folder, such as a font. */
  asset(path: string): Promise<Uint8Array>;
}
