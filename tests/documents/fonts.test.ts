/** The fonts that ship: what they have, what they weigh, and under which licence. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { DocumentSpec } from '#documents/shared/blocks.ts';
import { FONT_FILES, type FontName, fontsFor, unpackFont } from '#documents/shared/fonts.ts';
import { renderDocument } from '#documents/shared/render.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { ENGLISH_SENDER } from './accounts.ts';

const FOLDER = projectPath('public/fonts');
const NAMES = Object.keys(FONT_FILES) as FontName[];

const open = (name: FontName) => {
  const font = create(Buffer.from(unpackFont(readFileSync(projectPath(`public/${FONT_FILES[name]}`)))));
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection');
  return font;
};

/** What a Chinese encoding holds, as its decoder knows it. */
function charactersOf(encoding: string, leads: [number, number], trails: [number, number]): string[] {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead += 1)
    for (let trail = trails[0]; trail <= trails[1]; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(text)) found.add(text);
    }
  return [...found];
}

const missingIn = (name: FontName, characters: readonly string[]) => {
  const font = open(name);
  return characters.filter((one) => !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
};

describe('the fonts', () => {
  it('lie beside their licences, and nothing else does', () => {
    const files = readdirSync(FOLDER).sort();
    const fonts = Object.values(FONT_FILES).map((file) => file.replace('fonts/', ''));
    expect(files).toEqual([...fonts, 'OFL-NotoSansSC.txt', 'OFL-SourceSans3.txt'].sort());
    for (const file of files.filter((one) => one.endsWith('.txt')))
      expect(readFileSync(`${FOLDER}/${file}`, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it('weigh less than 7 MB, the Latin ones less than 250 KB', () => {
    const size = (name: FontName) => statSync(projectPath(`public/${FONT_FILES[name]}`)).size;
    expect(NAMES.reduce((sum, name) => sum + size(name), 0)).toBeLessThan(7_000_000);
    expect(size('latin') + size('latinStrong')).toBeLessThan(250_000);
  });

  it('the Chinese one has every character of GBK and Big5, the strong one those of GB 2312', () => {
    expect(missingIn('han', charactersOf('gbk', [0x81, 0xfe], [0x40, 0xfe]))).toEqual([]);
    expect(missingIn('han', charactersOf('big5', [0xa4, 0xf9], [0x40, 0xfe]))).toEqual([]);
    expect(missingIn('hanStrong', charactersOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe]))).toEqual([]);
  });

  it('the signs of currencies are there', () => {
    expect(missingIn('latin', [...'€£¥₹₫₺₽₩'])).toEqual([]);
    expect(missingIn('latinStrong', [...'€£¥₹₫₺₽₩'])).toEqual([]);
  });
});

describe('which fonts a document needs', () => {
  const spec = (text: string, language: DocumentSpec['language'] = 'en'): DocumentSpec => ({
    language,
    title: 'T',
    reference: 'R',
    date: '2025-01-01' as DocumentSpec['date'],
    letterhead: ENGLISH_SENDER,
    blocks: [{ kind: 'text', text, style: 'body' }],
  });

  it.each([
    ['Plain “text”, €5 – Łódź, Nguyễn', 2],
    ['陈 in an English document', 4],
    ['🏠', 4],
  ])('%s needs %i', (text, count) => {
    expect(fontsFor(spec(text))).toHaveLength(count);
  });

  it('a Chinese document needs all', () => {
    expect(fontsFor(spec('plain', 'zh-CN'))).toHaveLength(4);
  });

  it('one that is not given is an error that names it', async () => {
    await expect(renderDocument(spec('陈'), {})).rejects.toThrow('latin, latinStrong, han, hanStrong');
  });
});
