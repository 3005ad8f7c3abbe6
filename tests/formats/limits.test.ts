import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOf, fixture, read } from './reading.ts';
import { textRows, xlsxBytes, xlsxParts, zipped } from './xlsx-bytes.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const rows = (count: number) => Array.from({ length: count }, (_, index) => [`${index}`, 'x']);
const csv = (count: number) => rows(count).join('\n');

describe('a file that is no table, or too large a one, is refused with what to do', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'EMPTY'],
    ['a file of blank rows', ' , \n,\n', 'EMPTY'],
    ['a workbook of blank rows', xlsxBytes({ sheet: '<row/><row><c s="1"/></row>' }), 'EMPTY'],
    ['an old Excel file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'OLD_EXCEL'],
    ['a web page by the name of .xls', '\n<html><table><tr><td>1</td></tr></table></html>', 'WEB_PAGE'],
    ['an XML spreadsheet', '<?xml version="1.0"?><Workbook/>', 'WEB_PAGE'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 1, 0, 2), 'NOT_A_TABLE'],
    ['more than 10 MB', new Uint8Array(10_000_001).fill(0x61), 'TOO_LARGE'],
    ['more than 20,000 rows of text', csv(20_001), 'TOO_MANY_ROWS'],
    ['more than 20,000 rows of a workbook', xlsxBytes({ sheet: textRows(rows(20_001)) }), 'TOO_MANY_ROWS'],
    ['more than 256 columns of text', `a\n${'1,'.repeat(256)}1`, 'TOO_MANY_COLUMNS'],
    [
      'a cell in column XFD',
      xlsxBytes({ sheet: '<row r="2"><c r="XFD2"><v>1</v></c></row>' }),
      'TOO_MANY_COLUMNS',
    ],
    ['a cell as long as a book', `a,b\n${'x'.repeat(32_768)},1`, 'CELL_TOO_LONG'],
  ])('%s', (_, content, code) => {
    expect(errorOf(content)).toMatchObject({ code, problem: expect.stringMatching(/^(The|A) .*\.$/) });
  });

  it('says in which row and column it is', () => {
    expect(errorOf(csv(20_001))).toMatchObject({ row: 20_001 });
    expect(errorOf(`a,b\n1,${'x'.repeat(32_768)}`)).toMatchObject({ row: 2, column: 2 });
    expect(errorOf(xlsxBytes({ sheet: '<row r="2"><c r="XFD2"><v>1</v></c></row>' }))).toMatchObject({
      row: 2,
      column: 16_384,
    });
  });

  it('20,000 rows and 256 columns are read', () => {
    expect(errorOf(csv(20_000))).toBeNull();
    expect(errorOf(`a\n${'1,'.repeat(255)}1`)).toBeNull();
    expect(errorOf(`a\n1${','.repeat(1_000)}`)).toBeNull();
  });

  it('an archive that unpacks to more than 64 MB is refused before it is unpacked', () => {
    const parts = xlsxParts({ sheet: textRows([['a']]) });
    const bomb = zipped({
      ...parts,
      'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(64_000_000)}</worksheet>`,
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(errorOf(bomb)?.code).toBe('TOO_LARGE');
  });

  it('an archive that lies about its sizes gets no more than it stated', () => {
    const sheet = `<worksheet><sheetData>${textRows([['a'.repeat(5_000)]])}</sheetData></worksheet>`;
    const archive = zipped({ ...xlsxParts({ sheet: '' }), 'xl/worksheets/sheet1.xml': sheet });
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    const places = Array.from({ length: archive.length - 4 }, (_, place) => place);
    for (const place of places) {
      if (view.getUint32(place, true) === sheet.length) view.setUint32(place, 100, true);
    }
    expect(errorOf(archive)?.code).toBe('BROKEN_WORKBOOK');
  });
});

describe('whatever the bytes, there are rows or a typed error', () => {
  const expectSound = (content: Uint8Array): void => {
    const table = read(content);
    if ('rows' in table) {
      const isSound = table.rows.every(({ line, cells }) => line > 0 && cells.some((cell) => cell !== ''));
      expect(isSound).toBe(true);
    } else {
      expect(table.error.problem).not.toBe('');
    }
  };

  it('10,000 random strings of bytes', () => {
    const anyStart = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0x22],
      [0xef, 0xbb, 0xbf],
    );
    fc.assert(
      fc.property(anyStart, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        expectSound(Uint8Array.from([...start, ...rest]));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(['china.xlsx', 'china.csv', 'europe.csv'])('%s with any bytes changed', (name) => {
    const sound = fixture(name);
    const anyChange = fc.tuple(fc.nat({ max: sound.length - 1 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = Uint8Array.from(sound);
        for (const [place, value] of changes) changed[place] = value;
        expectSound(changed);
      }),
      { numRuns: 1_000 },
    );
  });
});
