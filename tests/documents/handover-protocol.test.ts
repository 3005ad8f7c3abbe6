import { describe, expect, it } from 'vitest';
import { protocolDocument } from '#documents/handover/protocol-document.ts';
import { readBack } from './pdf-text.ts';
import { bareProtocol, fullProtocol } from './protocols.ts';

/** Lines of a paragraph are apart in a PDF, so that they are compared without blanks. */
const tight = (text: string) => text.replace(/\s+/g, '');

describe('a handover protocol', () => {
  it('says who, what, which keys, how it was found, what is left by when, and where to sign', async () => {
    const { text, missingCharacters } = await readBack(protocolDocument(fullProtocol(), 'en'));
    expect(missingCharacters).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN/);
    for (const said of [
      'Keys handed over on 18 June 2026',
      'Mei-ling Lin',
      'Ada Lovelace',
      'By proxy Bo Chen',
      'As measured 99.1 m²',
      'Electricity 118 kWh',
      'Access cards A 12-03 · Access cards 1 2 Bo Chen',
      'Total 9',
      'Inspection 2: 40 items checked, 3 defects.',
      'Two hollow tiles left of the sink',
      '25,000.00',
      'agreed by Karl Adler',
      'For the seller',
      'The parking remote follows by courier.',
    ])
      expect(tight(text)).toContain(tight(said));
  });

  it('says the same in Chinese, with every character', async () => {
    const { text, missingCharacters } = await readBack(protocolDocument(fullProtocol(), 'zh-CN'));
    expect(missingCharacters).toEqual([]);
    for (const said of [
      '房屋交接书',
      '买受人',
      '代理人',
      '实测面积',
      '门禁卡',
      '第2次验房：检查40项，发现3处问题。',
      '待整改问题',
      '延期付款',
      '签字',
    ])
      expect(tight(text)).toContain(said);
  });

  it('is a draft before the keys are handed over, and says what is not on record', async () => {
    const { text, pageCount } = await readBack(protocolDocument(bareProtocol(), 'en'));
    expect(pageCount).toBe(1);
    for (const said of [
      'Draft: the keys are not handed over yet',
      'No areas are on record.',
      'No sets are signed for yet.',
      'The home was not inspected.',
      'Nothing is left to be mended.',
    ])
      expect(tight(text)).toContain(tight(said));
    expect(text).not.toContain('Payment deferred');
    expect(text).not.toContain('By proxy');
  });

  it('breaks a long list over pages and keeps the signatures together', async () => {
    const [snag] = fullProtocol().snags;
    if (snag === undefined) throw new Error('no snag');
    const many = fullProtocol({
      snags: Array.from({ length: 60 }, (_, index) => ({ ...snag, what: `Item ${index}` })),
    });
    const { pages } = await readBack(protocolDocument(many, 'en'));
    expect(pages.length).toBeGreaterThan(2);
    expect(tight(pages.at(-1) ?? '')).toContain(tight('For the seller'));
    expect(tight(pages.at(-1) ?? '')).toContain(tight('Buyer or proxy'));
  });
});
