/** Lays out the letters of an engineering change: one a buyer, each on a page of its own, with a slip to send back. */
import type { Block, DocumentSpec, Fact } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { dateInText } from '../shared/text-format.ts';
import type { ChangeLetter, ChangeNotice } from './change-letter.ts';
import { CHANGE_LETTER_WORDS } from './change-letter-words.ts';

const LINE = '______________________________';
const gap = (points: number): Block => ({ kind: 'space', points });
const letter = (text: string): Block => ({ kind: 'text', text, style: 'letter' });

export function changeLetterDocument(
  notice: ChangeNotice,
  letters: readonly ChangeLetter[],
  language: Language,
): DocumentSpec {
  return {
    language,
    title: CHANGE_LETTER_WORDS[language].title,
    reference: notice.reference,
    date: notice.date,
    letterhead: notice.sender,
    blocks: letters.flatMap((one, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'newPage' } as const]),
      ...letterBlocks(notice, one, language),
    ]),
  };
}

function letterBlocks(notice: ChangeNotice, one: ChangeLetter, language: Language): Block[] {
  const words = CHANGE_LETTER_WORDS[language];
  const buyers = one.buyers.join(language === 'en' ? ', ' : '、');
  return [
    {
      kind: 'sides',
      left: one.buyers.map((text) => ({ kind: 'text', text, style: 'strong' }) as const),
      right: [{ kind: 'facts', facts: factsOf(notice, one, language) }],
    },
    gap(20),
    { kind: 'title', text: words.title, subtitle: notice.change },
    gap(10),
    letter(words.salutation(buyers)),
    gap(6),
    letter(words.opening(one.contract, one.unit)),
    gap(12),
    ...part(words.change, notice.description),
    ...part(words.consequence, notice.consequence),
    ...part(words.answer, answerText(notice, language)),
    gap(8),
    signatureBlock(notice, language),
    gap(22),
    slipBlock(notice, one, language),
  ];
}

function factsOf(notice: ChangeNotice, { contract, unit }: ChangeLetter, language: Language): Fact[] {
  const { facts: words, kinds } = CHANGE_LETTER_WORDS[language];
  const { decidedOn } = notice;
  return [
    { label: words.date, value: dateInText(notice.date, language) },
    { label: words.contract, value: contract },
    { label: words.project, value: notice.project },
    { label: words.building, value: notice.building },
    { label: words.unit, value: unit },
    { label: words.kind, value: kinds[notice.kind] },
    { label: words.decidedOn, value: decidedOn === null ? '' : dateInText(decidedOn, language) },
    { label: words.answerBy, value: dateInText(notice.answerBy, language) },
  ].filter(({ value }) => value !== '');
}

function part(heading: string, text: string): Block[] {
  if (text === '') return [];
  return [{ kind: 'heading', text: heading, level: 2 }, letter(text), gap(10)];
}

function answerText({ answerBy, mayRescind, silenceMeans }: ChangeNotice, language: Language): string {
  const words = CHANGE_LETTER_WORDS[language];
  const date = dateInText(answerBy, language);
  const sentences = [
    words.asked(date),
    ...(mayRescind ? [words.rescind] : []),
    words.silence[silenceMeans](date),
  ];
  return sentences.join(language === 'en' ? ' ' : '');
}

function signatureBlock({ sender, date }: ChangeNotice, language: Language): Block {
  const lines = CHANGE_LETTER_WORDS[language].signature(sender.name, dateInText(date, language));
  const align = language === 'zh-CN' ? 'right' : 'left';
  return {
    kind: 'together',
    blocks: lines.map((text) => ({ kind: 'text', text, style: 'letter', align })),
  };
}

function slipBlock(notice: ChangeNotice, { contract, unit }: ChangeLetter, language: Language): Block {
  const { slip } = CHANGE_LETTER_WORDS[language];
  const choices = [slip.accept, slip.object, ...(notice.mayRescind ? [slip.rescind] : [])];
  return {
    kind: 'together',
    blocks: [
      { kind: 'heading', text: slip.heading, level: 2 },
      { kind: 'text', text: slip.intro(notice.change, contract, unit), style: 'body' },
      gap(6),
      ...choices.map((text) => ({ kind: 'text', text, style: 'body' }) as const),
      gap(18),
      {
        kind: 'sides',
        left: [
          { kind: 'text', text: LINE, style: 'note' },
          { kind: 'text', text: slip.remark, style: 'note' },
        ],
        right: [
          { kind: 'text', text: LINE, style: 'note' },
          { kind: 'text', text: slip.sign, style: 'note' },
        ],
      },
    ],
  };
}
