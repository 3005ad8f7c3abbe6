import { describe, expect, it } from 'vitest';
import { statementDocument } from '#documents/ledger/statement-document.ts';
import { parseMoney, zero } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { account, CHINESE_SENDER, statement } from './accounts.ts';
import { type PlacedText, placedTexts, readBack, touch } from './pdf-text.ts';

const ONE = statement([account('AED', '1850000.00', 36)]);

describe('a statement of one contract', () => {
  it('says whose it is, of what, and as of when', async () => {
    const { text, missingCharacters } = await readBack(statementDocument(ONE, 'en'));
    for (const part of [
      'Harbour Gate Developments LLC',
      'Statement of account',
      'As of 15 August 2025',
      'Ms Layla Haddad',
      'HG-2025-00117',
      'Tower A, 12-04',
      'AED 1,850,000.00',
      '15 January 2025',
    ])
      expect(text).toContain(part);
    expect(missingCharacters).toEqual([]);
  });

  it('has the totals, the ageing and the explanation of each late fee', async () => {
    const { text } = await readBack(statementDocument(ONE, 'en'));
    expect(text).toMatch(/Total\s+359,722\.23\s+256,944\.45\s+102,777\.78/);
    expect(text).toMatch(/1–30 days\s+31–60 days/);
    expect(text).toMatch(/Installment 6\s+16 Jun 2025\s+16 Jul 2025\s+31\s+51,388\.89\s+0\.05%\s+796\.53/);
  });

  it('numbers its pages and repeats the head of a table on each', async () => {
    const { pages, pageCount } = await readBack(statementDocument(ONE, 'en'));
    expect(pages).toHaveLength(pageCount);
    expect(pages.map((page) => /Page (\d) of (\d)/.exec(page)?.slice(1))).toEqual([
      ['1', '3'],
      ['2', '3'],
      ['3', '3'],
    ]);
    expect(pages[1]).toMatch(/No\.\s+Installment\s+Due\s+Amount\s+Paid/);
    for (const page of pages.slice(1)) expect(page).toContain('Statement of account · SOA-2025-0831');
  });

  it('is written in Chinese with Chinese dates, punctuation and words', async () => {
    const chinese = statement([account('CNY', '3268000.00', 24, { unit: '3幢1单元1204室' })], {
      sender: CHINESE_SENDER,
      buyer: { name: '陳堃龍、欧阳臺', addressLines: ['浙江省杭州市'] },
    });
    const { text, missingCharacters } = await readBack(statementDocument(chinese, 'zh-CN'));
    for (const part of [
      '对账单',
      '截至2025年8月15日',
      '陳堃龍、欧阳臺',
      '人民币3,268,000.00元',
      '金额单位：人民币元',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/第 1 页，共 \d 页/);
    expect(missingCharacters).toEqual([]);
  });

  it('the same statement gives the same bytes', async () => {
    const spec = statementDocument(ONE, 'en');
    const [first, second] = [await readBack(spec), await readBack(spec)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});

describe('columns', () => {
  const inColumn = (texts: readonly PlacedText[], title: string, pattern: RegExp) => {
    const head = texts.find(({ text }) => text === title);
    const cells = texts.filter(
      ({ text, right }) => pattern.test(text) && Math.abs(right - (head?.right ?? 0)) < 30,
    );
    return { right: head?.right ?? 0, cells };
  };

  it('amounts stand one below the other to the right, below the head of their column', async () => {
    const { bytes } = await readBack(statementDocument(ONE, 'en'));
    const { right, cells } = inColumn(await placedTexts(bytes, 2), 'Amount', /^\d[\d,]*\.\d\d$/);
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) expect(Math.abs(cell.right - right)).toBeLessThan(0.6);
  });

  it.each([
    ['VND', '123456789012345', 200],
    ['KWD', '999999999999.999', 60],
    ['JPY', '58000000', 12],
    ['AED', '1850000.00', 36],
  ] as const)(
    'no two texts of a line of %s touch, and none leaves the page',
    async (currency, price, count) => {
      const { bytes, pageCount } = await readBack(
        statementDocument(statement([account(currency, price, count)]), 'en'),
      );
      for (let page = 1; page <= pageCount; page += 1) {
        const texts = await placedTexts(bytes, page);
        expect(texts.filter(({ right, top }) => right > 595.28 - 40 || top > 841.89 - 20)).toEqual([]);
        expect(
          texts.flatMap((one, index) => texts.slice(index + 1).filter((other) => touch(one, other))),
        ).toEqual([]);
      }
    },
  );
});

describe('long and empty statements', () => {
  it('a schedule of 200 lines is printed whole, each line once and on one page', async () => {
    const { pages, pageCount } = await readBack(
      statementDocument(statement([account('AED', '9999999.00', 200)]), 'en'),
    );
    expect(pageCount).toBeGreaterThan(5);
    for (let number = 8; number < 200; number += 1) {
      const line = new RegExp(`\\b${number}\\s+Installment ${number}\\b`);
      expect(pages.filter((page) => line.test(page))).toHaveLength(1);
    }
  });

  it.each(['en', 'zh-CN'] as const)(
    'a contract without entries and installments says so (%s)',
    async (language) => {
      const { text, pageCount } = await readBack(
        statementDocument(statement([account('AED', '0.00', 0)]), language),
      );
      expect(pageCount).toBe(1);
      expect(text).toContain(language === 'en' ? 'The contract has no installments.' : '该合同没有应收款。');
    },
  );

  it('a line that is longer than a page goes on on the next one', async () => {
    const long = account('AED', '1850000.00', 3);
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const entry = {
      date: plainDate('2025-02-01'),
      description: words,
      charge: parseMoney('1.00', 'AED'),
      payment: null,
      balance: zero('AED'),
    };
    const { text } = await readBack(statementDocument(statement([{ ...long, entries: [entry] }]), 'en'));
    for (const word of words.split(' ')) expect(text).toMatch(new RegExp(`\\b${word}\\b`));
  });
});

describe('a statement of a buyer', () => {
  const OWN = [
    account('AED', '1850000.00', 12),
    account('AED', '990000.00', 8, { number: 'HG-2025-00231', unit: 'Tower B, 3-01' }),
    account('KWD', '123456.789', 6, { number: 'HG-2025-00500', unit: 'Tower B, Penthouse' }),
  ];

  it('adds up per currency, never over two', async () => {
    const { pages } = await readBack(statementDocument(statement(OWN), 'en'));
    expect(pages[0]).toMatch(/Total AED\s+1,945,416\.69/);
    expect(pages[0]).toMatch(/Total KWD\s+102,880\.660/);
    expect(pages[0]).not.toMatch(/Total\s+\d/);
  });

  it('gives each contract a section from a page of its own', async () => {
    const { pages } = await readBack(statementDocument(statement(OWN), 'en'));
    for (const { number, unit } of OWN) {
      const own = pages.filter((page) => page.includes(`Contract ${number}, ${unit}`));
      expect(own).toHaveLength(1);
    }
  });

  it('says so when there is no contract', async () => {
    const { text } = await readBack(statementDocument(statement([], { kind: 'BUYER' }), 'zh-CN'));
    expect(text).toContain('没有合同。');
  });
});

describe('texts that are hard to print', () => {
  it('are printed, or shown as boxes with a note, and nothing falls over', async () => {
    const hard = account('AED', '1850000.00', 3, {
      unit: 'Villa 🏠 “7”\r\nsecond line',
      project: 'مشروع البحر',
      number: `N${'X'.repeat(120)}`,
    });
    const spec = statementDocument(
      statement([hard], {
        buyer: { name: '陳堃龍 𠮷野 O’Neill', addressLines: ['\ud83d', '', 'a\tb\u0007'] },
      }),
      'en',
    );
    const { text, missingCharacters } = await readBack(spec);
    expect(text).toContain('陳堃龍 □野 O’Neill');
    expect(text).toContain('second line');
    expect(text).toContain('a b');
    expect(missingCharacters).toEqual(expect.arrayContaining(['𠮷', '🏠', 'م']));
    expect(text).toMatch(/□ stands for a character that this document.s fonts lack: .*U\+20BB7/s);
  });
});
