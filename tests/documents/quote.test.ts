import { describe, expect, it } from 'vitest';
import { quoteDocument } from '#documents/deal/quote-document.ts';
import { readBack } from './pdf-text.ts';
import { chineseQuote, englishQuote } from './quotes.ts';

/** Lines of a paragraph are apart in a PDF, so that they are compared without blanks. */
const tight = (text: string) => text.replace(/\s+/g, '');

describe('a quotation', () => {
  it('says the price step by step, the schedule, the monthly payment and until when it holds', async () => {
    const { text, missingCharacters } = await readBack(quoteDocument(englishQuote(), 'en'));
    expect(missingCharacters).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN/);
    expect(tight(text)).toContain(tight('Early bird (2%) -29,300.00 1,435,700.00'));
    expect(tight(text)).toContain(tight('Paid by plan -15,000.00 1,420,700.00'));
    expect(tight(text)).toContain(tight('Price quoted 1,420,700.00'));
    expect(tight(text)).toContain(tight('4 Bank loan on payout of the loan 923,455.00'));
    expect(tight(text)).toContain(tight('Total 1,420,700.00'));
    expect(tight(text)).toContain(tight('Monthly payment 4,198.47'));
    expect(tight(text)).toContain(tight('The price holds until 19 March 2026, as long as the unit is free.'));
  });

  it('never says that the unit is kept before it is reserved, in either language', async () => {
    const english = await readBack(quoteDocument(englishQuote(), 'en'));
    expect(tight(english.text)).toContain(tight('This quotation does not keep the unit'));
    const chinese = await readBack(quoteDocument(chineseQuote(), 'zh-CN'));
    expect(tight(chinese.text)).toContain('本报价不保留房源');
    expect(chinese.missingCharacters).toEqual([]);
    expect(tight(chinese.text)).toContain('第2版');
    expect(tight(chinese.text)).toContain('末月月供4,198.28');
    expect(tight(chinese.text)).toContain('含一个车位的优先选择权');
  });

  it('is a draft as long as it is not sent, and may be without discounts, plan and loan', async () => {
    const bare = englishQuote({ isDraft: true, steps: [], plan: null, schedule: [], loan: null });
    const { text, pageCount } = await readBack(quoteDocument(bare, 'en'));
    expect(pageCount).toBe(1);
    expect(text).toContain('Draft, not offered yet');
    expect(text).not.toContain('Payment schedule');
    expect(text).not.toContain('Mortgage');
  });
});
