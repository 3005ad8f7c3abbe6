/**
 * Formats: the parts of an XLSX workbook that hold the first visible sheet. A workbook is a ZIP archive of
 * XML files that name one another. May touch fflate and saxes.
 */

import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { TableFault } from './table.ts';

export type SheetParts = { workbook: string; styles: string; strings: string; sheet: string };

/** @throws TableFault when the archive is broken, lacks a part, or unpacks to too much. */
export function sheetParts(bytes: Uint8Array): SheetParts {
  const archive = openArchive(bytes);
  const root = relationsOf(archive(['_rels/.rels']).get('_rels/.rels'), '');
  const book = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relationsPath = book.replace(/([^/]*)$/, '_rels/$1.rels');
  const index = archive([book, relationsPath]);
  const workbook = required(index.get(book));
  const relations = relationsOf(index.get(relationsPath), book.replace(/[^/]*$/, ''));
  const targetOf = (type: string) => relations.find((one) => one.type === type)?.target ?? '';
  const sheetId = firstVisibleSheet(workbook);
  const sheet = relations.find(({ id }) => id === sheetId)?.target ?? targetOf('worksheet');
  const parts = archive([sheet, targetOf('styles'), targetOf('sharedStrings')]);
  return {
    workbook,
    styles: parts.get(targetOf('styles')) ?? '',
    strings: parts.get(targetOf('sharedStrings')) ?? '',
    sheet: required(parts.get(sheet)),
  };
}

function required(part: string | undefined): string {
  if (part === undefined) throw new TableFault('BROKEN_WORKBOOK');
  return part;
}

const MOST_UNPACKED_BYTES = 64_000_000;

/** The parts asked for, each once and by path, as far as the archive has them. */
type Archive = (paths: readonly string[]) => Map<string, string>;

/**
 * The sizes are added up before anything is unpacked. An archive that lies about them gains nothing: no more
 * is kept of a part than the size that it states.
 */
function openArchive(bytes: Uint8Array): Archive {
  let unpackedBytes = 0;
  return (paths) => {
    const missing = new Set(paths.filter((path) => path !== ''));
    const parts = unzipped(bytes, ({ name, originalSize }) => {
      if (!missing.delete(name)) return false;
      unpackedBytes += originalSize;
      if (unpackedBytes > MOST_UNPACKED_BYTES) throw new TableFault('TOO_LARGE');
      return true;
    });
    return new Map(Object.entries(parts).map(([path, part]) => [path, new TextDecoder().decode(part)]));
  };
}

function unzipped(
  bytes: Uint8Array,
  filter: (part: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof TableFault ? error : new TableFault('BROKEN_WORKBOOK');
  }
}

type Relation = { id: string; type: string; target: string };

/** Targets are relative to the folder of the part that names them, unless they start with a slash. */
function relationsOf(xml: string | undefined, folder: string): Relation[] {
  const relations: Relation[] = [];
  readXml(xml ?? '<none/>', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      const path = target.startsWith('/') ? target.slice(1) : folder + target;
      relations.push({ id, type: type.replace(/^.*\//, ''), target: path });
    },
  });
  return relations;
}

function firstVisibleSheet(workbook: string): string | undefined {
  const sheets: { id: string | undefined; isVisible: boolean }[] = [];
  readXml(workbook, {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      const [, id] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      sheets.push({ id, isVisible: (attributes.state ?? 'visible') === 'visible' });
    },
  });
  return (sheets.find(({ isVisible }) => isVisible) ?? sheets[0])?.id;
}

export type XmlReader = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Reads XML in one pass. Elements come without the prefix of their namespace, which writers choose freely. */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser();
  const { open, text, close } = reader;
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof TableFault ? error : new TableFault('BROKEN_WORKBOOK');
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
