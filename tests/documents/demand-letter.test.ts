import { describe, expect, it } from 'vitest';
import {
  DEMAND_LETTER_PLACEHOLDERS,
  totalDemanded,
  unknownInTemplate,
} from '#documents/ledger/demand-letter.ts';
import { demandLetterDocument } from '#documents/ledger/demand-letter-document.ts';
import { DEMAND_LETTER_TEMPLATES } from '#documents/ledger/demand-letter-templates.ts';
import { UnknownPlaceholders } from '#documents/shared/placeholders.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { chineseLetter, englishLetter } from './letters.ts';
import { readBack } from './pdf-text.ts';

const LEVELS = ['REMINDER', 'FIRST', 'SECOND', 'FORMAL', 'LAWYER', 'TERMINATION'] as const;

/** Lines of a paragraph are apart in a PDF, so that they are compared without blanks. */
const tight = (text: string) => text.replace(/\s+/g, '');

describe('the letters that a workspace starts with', () => {
  const all = LEVELS.flatMap((level) =>
    (['en', 'zh-CN'] as const).map((language) => ({
      level,
      language,
      template: DEMAND_LETTER_TEMPLATES[language][level],
    })),
  );

  it.each(all)(
    '$level in $language knows all its placeholders and asks for the total by a day',
    ({ template }) => {
      expect(unknownInTemplate(template)).toEqual([]);
      for (const name of ['total', 'payBy', 'installments', 'bankAccounts', 'contract'])
        expect(template.body).toContain(`{{${name}}}`);
    },
  );

  it.each(all)(
    '$level in $language fits one page, with nothing left open',
    async ({ level, language, template }) => {
      const letter =
        language === 'en' ? englishLetter({ level, template }) : chineseLetter({ level, template });
      const { text, pageCount, missingCharacters } = await readBack(demandLetterDocument(letter, language));
      expect(pageCount).toBe(1);
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(missingCharacters).toEqual([]);
      expect(text).toContain(template.title);
    },
  );
});

describe('a demand letter', () => {
  it('asks for what is open and its late fees, in figures and in words', async () => {
    expect(formatMoney(totalDemanded(englishLetter()))).toBe('105141.67');
    const { text } = await readBack(demandLetterDocument(englishLetter(), 'en'));
    expect(text).toMatch(/Installment 6\s+15 Jun 2025\s+61\s+51,388\.89\s+1,567\.36\s+52,956\.25/);
    expect(text).toMatch(/Total\s+102,777\.78\s+2,363\.89\s+105,141\.67/);
    expect(tight(text)).toContain(
      tight(
        'We ask you to pay AED 105,141.67 (AED one hundred and five thousand one hundred and forty-one and 67/100 only) by 29 August 2025',
      ),
    );
    expect(text).toContain('AE07 0331 2345 6789 0123 456');
  });

  it('says the sum in capital numerals in Chinese', async () => {
    const { text } = await readBack(demandLetterDocument(chineseLetter(), 'zh-CN'));
    expect(tight(text)).toContain('共计人民币1,005,400.20元（大写：壹佰万伍仟肆佰元贰角整）');
    expect(text).toContain('云麓置业有限公司（盖章）');
  });

  it('fills every placeholder that it offers', async () => {
    const body = DEMAND_LETTER_PLACEHOLDERS.map((name) => `{{${name}}}`).join('\n\n');
    const { text } = await readBack(
      demandLetterDocument(englishLetter({ template: { title: 'Letter {{letterNumber}}', body } }), 'en'),
    );
    expect(text).toContain('Letter DL-2025-0042');
    for (const value of ['Ms Layla Haddad', 'AED 102,777.78', 'AED 2,363.89', '29 August 2025', '61', '2'])
      expect(text).toContain(value);
  });

  it('shows the table and the account even where the template has no place for them', async () => {
    const template = { title: 'Short', body: 'Please pay {{total}}.' };
    const { text } = await readBack(demandLetterDocument(englishLetter({ template }), 'en'));
    expect(text).toMatch(/Please pay AED 105,141\.67\.[\s\S]*Overdue installments[\s\S]*Account number/);
  });

  it.each([
    [{ title: 'To {{byuer}}', body: 'x' }, ['byuer']],
    [{ title: 'x', body: 'Pay {{totel}} by {{payby}}.' }, ['totel', 'payby']],
    // The table cannot stand inside of a sentence.
    [{ title: 'x', body: 'See {{installments}} here.' }, ['installments']],
  ])('%j is refused, naming %j', (template, unknown) => {
    expect(unknownInTemplate(template)).toEqual(unknown);
    const write = () => demandLetterDocument(englishLetter({ template }), 'en');
    expect(write).toThrow(UnknownPlaceholders);
    for (const name of unknown) expect(write).toThrow(`{{${name}}}`);
  });

  it('values are printed as they are, braces and all', async () => {
    const letter = englishLetter({ addressee: { name: '{{total}} & Sons', addressLines: [] } });
    const { text } = await readBack(demandLetterDocument(letter, 'en'));
    expect(text).toContain('Dear {{total}} & Sons,');
  });

  it('with 120 overdue installments goes over pages, the total on the page of the last', async () => {
    const overdue = englishLetter()
      .overdue.slice(0, 1)
      .flatMap((one) => Array.from({ length: 120 }, (_, index) => ({ ...one, label: `Item ${index}` })));
    const { pages } = await readBack(demandLetterDocument(englishLetter({ overdue }), 'en'));
    const last = pages.find((page) => page.includes('Item 119'));
    expect(pages.length).toBeGreaterThan(2);
    expect(last).toMatch(/Total\s+6,166,666\.80/);
  });

  it('without anything overdue says so', async () => {
    const { text } = await readBack(demandLetterDocument(englishLetter({ overdue: [] }), 'en'));
    expect(text).toContain('No installment is overdue.');
  });
});
