import { describe, expect, it } from 'vitest';
import { cellsOf, errorOf, fixture, rowsOf } from './reading.ts';
import { textRows, type Workbook, xlsxBytes, xlsxParts, zipped } from './xlsx-bytes.ts';

const cellOf = (cell: string, workbook: Partial<Workbook> = {}): string | undefined =>
  cellsOf(xlsxBytes({ sheet: `<row><c t="str"><v>x</v></c>${cell}</row>`, ...workbook }))[0]?.[1];

describe('a cell of a workbook is the text that it shows', () => {
  it.each([
    ['a shared string', '<c t="s"><v>0</v></c>', '张三 & Söhne'],
    ['a string in runs', '<c t="s"><v>1</v></c>', '海棠花园'],
    ['a string that says how to pronounce it', '<c t="s"><v>2</v></c>', '東京'],
    ['a string that is not there', '<c t="s"><v>9</v></c>', undefined],
    ['an inline string', '<c t="inlineStr"><is><t> a&#8364;b </t></is></c>', 'a€b'],
    ['the text of a formula', '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['a text that looks like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', '=1+1'],
    ['an escaped character', '<c t="inlineStr"><is><t>a_x000D_b_x4E2D_</t></is></c>', 'a b中'],
    ['half a character', '<c t="inlineStr"><is><t>a_xD800_b</t></is></c>', 'ab'],
    ['a formula that was never worked out', '<c><f>1+1</f></c>', undefined],
    ['a truth', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['an ISO date', '<c t="d"><v>2025-01-31T00:00:00</v></c>', '2025-01-31'],
    ['a number', '<c><v>1234.5</v></c>', '1234.5'],
    ['a number with a style that is not there', '<c s="7"><v>1234.5</v></c>', '1234.5'],
  ])('%s', (_, cell, text) => {
    const strings = [
      '<t>张三 &amp; Söhne</t>',
      '<r><rPr><b/></rPr><t>海棠</t></r><r><t>花园</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>',
    ];
    expect(cellOf(cell, { strings })).toBe(text);
  });

  it.each([
    ['1234.56', '1234.56'],
    ['1234.5600000000001', '1234.56'],
    ['0.30000000000000004', '0.3'],
    ['-431.19999999999999', '-431.2'],
    ['999999999999.98999', '999999999999.99'],
    ['1.0E-2', '0.01'],
    ['1.5E+6', '1500000'],
    ['1E+21', '1000000000000000000000'],
    ['6222021001099998888', '6222021001099998888'],
    ['0', '0'],
    ['NaN', 'NaN'],
  ])('the stored number %s is %s', (stored, text) => {
    expect(cellOf(`<c><v>${stored}</v></c>`)).toBe(text);
  });

  it.each<[number | string, string, string]>([
    [14, '45688', '2025-01-31'],
    [22, '45688.99999999', '2025-02-01'],
    [22, '45688.5', '2025-01-31'],
    [31, '45688', '2025-01-31'],
    [58, '45688', '2025-01-31'],
    ['yyyy-mm-dd', '45688', '2025-01-31'],
    ['yyyy"年"m"月"d"日"', '45688', '2025-01-31'],
    ['[$-404]e/m/d', '45688', '2025-01-31'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd', '45688', '2025-01-31'],
    ['dd.mm.yyyy;@', '61', '1900-03-01'],
    ['yyyy-mm-dd', '2958465', '9999-12-31'],
    ['yyyy-mm-dd', '0.5', '0.5'],
    ['yyyy-mm-dd', '-5', '-5'],
    ['yyyy-mm-dd', '2958466', '2958466'],
    [20, '45688.5', '45688.5'],
    [0, '45688', '45688'],
    [4, '45688', '45688'],
    ['General', '45688', '45688'],
    ['G/通用格式', '45688', '45688'],
    ['#,##0.00;[Red]-#,##0.00', '45688', '45688'],
    ['0.00"day"', '45688', '45688'],
    ['0\\d', '45688', '45688'],
    ['hh:mm:ss', '45688.5', '45688.5'],
    ['00000000', '12', '00000012'],
    ['00', '123', '123'],
  ])('in the format %s the number %s shows %s', (format, stored, text) => {
    expect(cellOf(`<c s="0"><v>${stored}</v></c>`, { formats: [format] })).toBe(text);
  });

  it('days count from 1904 where the workbook says so', () => {
    const workbook = { formats: [14], workbookProperties: 'date1904="1"' };
    expect(cellOf('<c s="0"><v>44226</v></c>', workbook)).toBe('2025-01-31');
  });
});

describe('the rows of a workbook', () => {
  it('know where they stand; empty cells keep the others in their columns', () => {
    const sheet =
      '<row r="3" hidden="1"><c r="B3" t="str"><v>b</v></c><c r="AA3" t="str"><v>aa</v></c></row>' +
      '<row r="4"/><row r="7"><c r="A7" t="str"><v>a</v></c><c r="B7" s="1"/></row>';
    const rows = rowsOf(xlsxBytes({ sheet }));
    expect(rows.map(({ line }) => line)).toEqual([3, 7]);
    expect(rows[0]?.cells).toHaveLength(27);
    expect([rows[0]?.cells[1], rows[0]?.cells[26], rows[1]?.cells[0]]).toEqual(['b', 'aa', 'a']);
  });

  it('need no places, as some writers leave them out', () => {
    const sheet = '<row><c t="str"><v>a</v></c><c/><c t="str"><v>c</v></c></row><row><c><v>1</v></c></row>';
    expect(rowsOf(xlsxBytes({ sheet }))).toEqual([
      { line: 1, cells: ['a', '', 'c'] },
      { line: 2, cells: ['1', '', ''] },
    ]);
  });

  it('come from the first sheet that is not hidden', () => {
    const sheets = '<sheet name="A" state="hidden" r:id="rId1"/><sheet name="B" r:id="rId2"/>';
    expect(cellsOf(xlsxBytes({ sheet: textRows([['first']]), sheets }))).toEqual([['second']]);
  });

  it('are read whatever the prefix of the namespace', () => {
    const parts = xlsxParts({ sheet: textRows([['a']]) });
    const prefixed = Object.entries(parts).map(([path, xml]) => [
      path,
      xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replaceAll('xmlns=', 'xmlns:x='),
    ]);
    expect(cellsOf(zipped(Object.fromEntries(prefixed)))).toEqual([['a']]);
  });

  it('need neither styles nor shared strings', () => {
    const {
      'xl/styles.xml': _,
      'xl/sharedStrings.xml': __,
      ...parts
    } = xlsxParts({ sheet: textRows([['a']]) });
    expect(cellsOf(zipped(parts))).toEqual([['a']]);
  });

  it('of a workbook that Excel made: title in merged cells, hidden row and sheet, dates, numbers with noise', () => {
    const rows = rowsOf(fixture('china.xlsx')).map(({ line, cells }) => `${line}: ${cells.join('|')}`);
    expect(rows).toEqual([
      '1: 海棠置业对账单|||||||',
      '2: 账号|6222021001099998888||||||',
      '4: 交易日期|起息日|收入金额|支出金额|余额|付款人名称|交易流水号|摘要',
      '5: 2025-01-03|2025-01-03|50000||1050000|张三|00000012|定金 HT-2025-0012',
      '6: 2025-01-06|2025-01-06||1200.1|1048799.9|国网上海市电力公司|00000013|电费',
      '7: 2025-01-31|2025-02-01|1234.56||1050034.46|李四|00000450|=HYPERLINK 首付',
      '8: 合计||51234.56|1200.1||||',
    ]);
  });
});

describe('a broken workbook is refused', () => {
  const parts = xlsxParts({ sheet: textRows([['a']]) });
  const without = (path: string) => Object.fromEntries(Object.entries(parts).filter(([one]) => one !== path));
  it.each([
    ['an archive without a workbook', zipped({ 'a.txt': 'a' })],
    ['a workbook without its sheet', zipped(without('xl/worksheets/sheet1.xml'))],
    ['a workbook without relations', zipped(without('xl/_rels/workbook.xml.rels'))],
    ['XML that ends early', zipped({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' })],
    [
      'an entity that is not known',
      zipped({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet>&bomb;</worksheet>' }),
    ],
    ['a row beyond the last', xlsxBytes({ sheet: '<row r="99999999"><c><v>1</v></c></row>' })],
    ['an archive that was cut', zipped(parts).subarray(0, 500)],
  ])('%s', (_, bytes) => {
    expect(errorOf(bytes)?.code).toBe('BROKEN_WORKBOOK');
  });
});
