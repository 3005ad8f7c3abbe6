/**
 * A document from its blocks to the Files tab of a record. Only the function for documents may reach this:
 * it brings the PDF library along.
 *
 * Changes: the files of the record. Guard: none, it decides nothing. After a crash: there is no file, or one
 * that nobody was told of; written again it is another file.
 */
import type { DocumentSpec, Letterhead } from '#documents/shared/blocks.ts';
import { FONT_FILES, type FontBytes, fontsFor, unpackFont } from '#documents/shared/fonts.ts';
import { renderDocument } from '#documents/shared/render.ts';
import type { ObjectName, RecordOf } from '#port/records.ts';
import type { Asked } from '../system/question.ts';

/** `url` opens the file for a day; it also lies in the record's Files tab. */
export type Written = { fileName: string; url: string; pages: number; missingCharacters: string[] };

export async function writeDocument(
  { files }: Asked,
  subject: { object: ObjectName; id: string },
  fileName: string,
  spec: DocumentSpec,
): Promise<Written> {
  const fonts: FontBytes = Object.fromEntries(
    await Promise.all(
      fontsFor(spec).map(async (name) => [name, unpackFont(await files.asset(FONT_FILES[name]))] as const),
    ),
  );
  const { bytes, pageCount, missingCharacters } = await renderDocument(spec, fonts);
  const safeName = fileName.replace(/[\\/:*?"<>|]/g, '-');
  const { url } = await files.attach(subject.object, subject.id, safeName, bytes);
  return { fileName: safeName, url, pages: pageCount, missingCharacters: [...missingCharacters] };
}

/** The first line is the company, the others its address. */
export function letterheadOf(project: RecordOf<'project'> | null): Letterhead {
  const [name, ...lines] = (project?.letterhead || project?.name || '')
    .split(/\r?\n|;/)
    .map((line) => line.trim());
  return { name: name ?? '', lines: lines.filter((line) => line !== '') };
}
