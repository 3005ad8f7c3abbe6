/** A015: the letters of an engineering change say what changes, until when, and what silence means. */
import { describe, expect, it } from 'vitest';
import type { ChangeLetter, ChangeNotice } from '#documents/handover/change-letter.ts';
import { changeLetterDocument } from '#documents/handover/change-letter-document.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { readBack } from './pdf-text.ts';

/** Lines of a paragraph are apart in a PDF, so that they are compared without blanks. */
const tight = (text: string) => text.replace(/\s+/g, '');

const NOTICE: ChangeNotice = {
  reference: '0A1B2C3D',
  sender: { name: 'Harbour Homes Ltd.', lines: ['1 Quay Road, Dubai'] },
  date: plainDate('2026-03-10'),
  change: 'Aluminium windows 铝合金窗',
  kind: 'MATERIAL',
  project: 'Harbour View',
  building: 'Tower A',
  description: 'Windows of aluminium in place of wood.',
  consequence: 'A credit of 500.00 EUR.',
  decidedOn: plainDate('2026-03-02'),
  answerBy: plainDate('2026-04-10'),
  silenceMeans: 'ACCEPTED',
  mayRescind: true,
};
const LETTER: ChangeLetter = { buyers: ['Mei-ling Lin', '王小明'], contract: 'HV-117', unit: 'A 12-03' };

describe('the letter of an engineering change', () => {
  it('fits a page with its slip, and says what the buyer has to know', async () => {
    const { text, pageCount, missingCharacters } = await readBack(
      changeLetterDocument(NOTICE, [LETTER], 'en'),
    );
    expect(missingCharacters).toEqual([]);
    expect(pageCount).toBe(1);
    expect(text).not.toMatch(/undefined|null|NaN/);
    for (const said of [
      'Dear Mei-ling Lin, 王小明,',
      'your home A 12-03 under contract HV-117',
      'Windows of aluminium in place of wood.',
      'A credit of 500.00 EUR.',
      'Please tell us by 10 April 2026',
      'you may also withdraw from the contract',
      'the change counts as accepted',
      'I object to the change.',
      'I withdraw from the contract because of the change.',
      'Tower A',
      'Material',
    ])
      expect(tight(text)).toContain(tight(said));
  });

  it('says the same in Chinese, with every character', async () => {
    const { text, missingCharacters } = await readBack(changeLetterDocument(NOTICE, [LETTER], 'zh-CN'));
    expect(missingCharacters).toEqual([]);
    for (const said of [
      '变更通知书',
      '尊敬的Mei-lingLin、王小明',
      '请于2026年4月10日前书面答复',
      '视为同意变更',
      '有权在同一期限内解除合同',
      '回执',
      '材料',
    ])
      expect(tight(text)).toContain(said);
  });

  it('offers no withdrawal and no consequence where there is none, and says what silence means', async () => {
    const plain = { ...NOTICE, mayRescind: false, consequence: '', silenceMeans: 'OBJECTED' } as const;
    const { text } = await readBack(changeLetterDocument(plain, [LETTER], 'en'));
    expect(tight(text)).toContain(tight('this counts as an objection'));
    expect(text).not.toMatch(/withdraw|If you object/);
  });

  it('gives every buyer a page of their own', async () => {
    const letters = ['A', 'B', 'C'].map((unit) => ({ ...LETTER, unit }));
    const { pages } = await readBack(changeLetterDocument(NOTICE, letters, 'en'));
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      expect(tight(page)).toContain(tight(`your home ${letters[index]?.unit} under`));
    });
  });
});
