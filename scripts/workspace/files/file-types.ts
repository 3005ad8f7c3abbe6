/** What an extension says about a file. Twenty looks into the content as well, and refuses a disguise. */
type FileType = { mime: string; begins?: readonly number[]; isInline?: boolean };

const TYPES: Record<string, FileType> = {
  pdf: { mime: 'application/pdf', begins: [...Buffer.from('%PDF-')], isInline: true },
  png: { mime: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47], isInline: true },
  jpg: { mime: 'image/jpeg', begins: [0xff, 0xd8, 0xff], isInline: true },
  txt: { mime: 'text/plain', isInline: true },
  csv: { mime: 'text/csv' },
  html: { mime: 'text/html' },
};

/** In lower case and without its dot; '' for a name that has none. */
export const extensionOf = (filename: string) => /\.([A-Za-z0-9]+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';

export function contentMatches(extension: string, content: Uint8Array): boolean {
  const begins = TYPES[extension]?.begins ?? [];
  return begins.every((byte, index) => content[index] === byte);
}

/** How a file is handed out: only what a browser shows safely is shown in place. */
export function fileHeaders(extension: string): Record<string, string> {
  const type = TYPES[extension];
  return {
    'Content-Type': type?.mime ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': type?.isInline ? 'inline' : 'attachment',
    'Cache-Control': 'private, max-age=86400, immutable',
  };
}
