import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoderOf } from './legacy-encoder.ts';
import { cellsOf, errorOf, fixture, rowsOf } from './reading.ts';

const TABLE = '日期,金额,摘要\r\n2025-01-31,1234.56,"购房款, 首付"\r\n';
const CELLS = [
  ['日期', '金额', '摘要'],
  ['2025-01-31', '1234.56', '购房款, 首付'],
];

const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('the encoding of a text is found', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TABLE, 'utf16le')],
    ['big-endian UTF-16 with a mark', utf16be(`\ufeff${TABLE}`)],
    ['big-endian UTF-16 without a mark', utf16be(TABLE)],
    ['GBK', encoderOf('gbk').encode(TABLE)],
  ])('%s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual(CELLS);
  });

  it('Big5', () => {
    const bytes = encoderOf('big5').encode('交易日期,存入,餘額\n114/01/03,500,摘要');
    expect(cellsOf(bytes)[0]).toEqual(['交易日期', '存入', '餘額']);
  });

  it.each([
    ['Jürgen Müller;für Ä Ö Ü ß;1.234,56 €', ['Jürgen Müller', 'für Ä Ö Ü ß', '1.234,56 €']],
    ['Société Générale;reçu;français', ['Société Générale', 'reçu', 'français']],
  ])('Windows-1252: %s', (text, cells) => {
    const bytes = Buffer.from(text.replace('€', '\u0080'), 'latin1');
    expect(cellsOf(bytes)).toEqual([cells]);
  });

  it.each([
    ['gbk', 0xb0, 0xd7, 0xa1, 0xfe],
    ['big5', 0xa4, 0xc6, 0x40, 0x7e],
  ] as const)('any everyday Chinese text in %s', (encoding, lead, lastLead, trail, lastTrail) => {
    const decoder = new TextDecoder(encoding);
    const anyCharacter = fc
      .tuple(fc.integer({ min: lead, max: lastLead }), fc.integer({ min: trail, max: lastTrail }))
      .filter((pair) => !decoder.decode(Uint8Array.from(pair)).includes('\ufffd'));
    fc.assert(
      fc.property(fc.array(anyCharacter, { minLength: 4, maxLength: 40 }), (pairs) => {
        const bytes = Uint8Array.from(pairs.flat());
        expect(cellsOf(bytes)).toEqual([[decoder.decode(bytes)]]);
      }),
    );
  });
});

describe('a text is split into cells', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons among decimal commas',
      'a;b;c\n1,5;2,5;3\n4,5;5,5;6',
      [
        ['a', 'b', 'c'],
        ['1,5', '2,5', '3'],
        ['4,5', '5,5', '6'],
      ],
    ],
    [
      'tabs',
      'a\tb, c\n1\t2',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    [
      'a delimiter that Excel is told',
      'sep=;\na;b,c,d\n1;2,3,4',
      [
        ['a', 'b,c,d'],
        ['1', '2,3,4'],
      ],
    ],
    ['one column', 'a\nb', [['a'], ['b']]],
    [
      'quotes',
      '"a ""b""","c,d"\n"1\n2",3',
      [
        ['a "b"', 'c,d'],
        ['1 2', '3'],
      ],
    ],
    [
      'a quote inside a cell',
      'a 3" pipe,b\n="0012",c',
      [
        ['a 3" pipe', 'b'],
        ['="0012"', 'c'],
      ],
    ],
    [
      'line ends of three kinds',
      'a,b\r\n1,2\r3,4\n5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'a tab that keeps Excel from counting',
      'a,b\n"6222021001099998888\t",x',
      [
        ['a', 'b'],
        ['6222021001099998888', 'x'],
      ],
    ],
    [
      'rows of other lengths',
      'Bank\na,b,c\n1,2\n1,2,3,4',
      [['Bank'], ['a', 'b', 'c'], ['1', '2'], ['1', '2', '3', '4']],
    ],
    [
      'formulas stay text',
      '=1+1,+1,@SUM(A1),-2\n1,2,3,4',
      [
        ['=1+1', '+1', '@SUM(A1)', '-2'],
        ['1', '2', '3', '4'],
      ],
    ],
    [
      'control characters go',
      'a\u0007b,c\u007f\n1,2',
      [
        ['ab', 'c'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('rows know the line that they start on; blank ones are passed over', () => {
    const text = 'a,b\n\n,\n"1\n2",3\n\n4,5\n';
    expect(rowsOf(text).map(({ line }) => line)).toEqual([1, 4, 7]);
    expect(rowsOf('sep=,\na,b\n1,2').map(({ line }) => line)).toEqual([2, 3]);
  });

  it('any cells that are written by the rules are read back', () => {
    const anyCell = fc.stringMatching(/^[a-z0-9",;. 中文]{0,8}$/).map((cell) => cell.trim());
    const anyRows = fc.array(fc.array(anyCell, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        anyRows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, end) => {
          const quoted = rows.map((row) =>
            row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter),
          );
          const filled = rows.filter((row) => row.some((cell) => cell !== ''));
          const text = `"x"${delimiter}"y"${delimiter}"z"${end}${quoted.join(end)}`;
          expect(cellsOf(text)).toEqual([['x', 'y', 'z'], ...filled]);
        },
      ),
    );
  });

  it.each([
    ['at the end', 'a,b\n1,2\n"3,4\n5,6\n', 3],
    ['that meets another 30 lines on', `a,b\n"x,1\n${'1,2\n'.repeat(30)}y",2\n`, 2],
  ])('an open quote %s is refused with its row', (_, text, row) => {
    expect(errorOf(text)).toMatchObject({ code: 'QUOTE_NOT_CLOSED', row });
  });
});

describe('files of banks', () => {
  it.each([
    ['china.csv', '对方户名', '欧阳娜娜'],
    ['taiwan.csv', '銷帳編號', '99125000120034'],
    ['europe.csv', 'Booking date', 'Häuser & Söhne "Nord" KG'],
    ['us.csv', 'Posting Date', 'DEPOSIT, BRANCH 0412 LOT 27'],
  ])('%s is read', (name, header, cell) => {
    const cells = cellsOf(fixture(name)).flat();
    expect(cells).toContain(header);
    expect(cells).toContain(cell);
  });
});
