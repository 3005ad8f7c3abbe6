import { describe, expect, it } from 'vitest';
import { HTTP_STATUS, type Language, refusalText } from '#commands/system/refusal-text.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import { SOURCE_FILES } from '../architecture/source-files.ts';
import { SAMPLES } from './refusals.ts';

const REFUSALS = Object.values(SAMPLES) as Refusal[];
const LANGUAGES: Language[] = ['en', 'zh-CN'];
const CASES = LANGUAGES.flatMap((language) =>
  REFUSALS.map((refusal) => ({ language, refusal, code: refusal.code })),
);

/** What a person has to find in the sentence: every fact, instants to the minute. */
function factsOf({ code: _code, ...facts }: Refusal): string[] {
  const texts = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(texts);
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
    return [String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2 UTC')];
  };
  return texts(facts);
}

/** A request id is a machine's word: the person who reads the sentence has never seen it. */
const SAYS_NO_FACTS = ['REQUEST_ID_REUSED'];

/** What a readiness list asks for is said in words of the reader's language, not by its key. */
const READINESS_KEYS = /^(COMPLETION_CERTIFICATE|DUES|AREA|IDENTITY|INSPECTION|BLOCKING_SNAGS|KEYS)$/;

describe('the sentence of a refusal (design §9.9)', () => {
  it.each(CASES)('$code in $language is a sentence that ends like one', ({ language, refusal }) => {
    const text = refusalText(refusal, language);
    expect(text).toBe(text.trim());
    expect(text).toMatch(language === 'en' ? /[a-z0-9].*\.$/ : /\p{Script=Han}.*。$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|\.\.|。。| {2}/);
  });

  it.each(CASES.filter(({ code }) => !SAYS_NO_FACTS.includes(code)))(
    '$code in $language mentions every fact',
    ({ language, refusal }) => {
      const text = refusalText(refusal, language);
      for (const fact of factsOf(refusal)) if (!READINESS_KEYS.test(fact)) expect(text).toContain(fact);
    },
  );

  it.each(CASES)('$code in $language is not spoken of by its code', ({ language, refusal, code }) => {
    expect(refusalText(refusal, language)).not.toContain(code);
  });

  it.each(LANGUAGES)('each condition of a handover has words of its own (%s)', (language) => {
    const items = 'COMPLETION_CERTIFICATE DUES AREA IDENTITY INSPECTION BLOCKING_SNAGS KEYS'.split(' ');
    const said = items.map((item) =>
      refusalText({ code: 'HANDOVER_NOT_READY', contract: 'C', missing: [{ item, about: [] }] }, language),
    );
    expect(new Set(said).size).toBe(items.length);
    for (const [index, item] of items.entries()) expect(said[index]).not.toContain(item);
  });

  it('no two kinds of refusal read the same', () => {
    for (const language of LANGUAGES) {
      const texts = REFUSALS.map((refusal) => refusalText(refusal, language));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('is English when nobody says otherwise', () => {
    expect(refusalText(SAMPLES.NOT_SIGNED_IN)).toBe(refusalText(SAMPLES.NOT_SIGNED_IN, 'en'));
  });

  it.each(LANGUAGES)('a unit that a contract has has no end of time (%s)', (language) => {
    const text = refusalText({ ...SAMPLES.UNIT_TAKEN, until: null }, language);
    expect(text).toContain('A-101');
    expect(text).toContain('Lin Mei');
    expect(text).not.toContain('UTC');
    expect(text).not.toBe(refusalText(SAMPLES.UNIT_TAKEN, language));
  });

  it.each(LANGUAGES)('a file that cannot be read at all has no row (%s)', (language) => {
    const text = refusalText({ ...SAMPLES.FILE_UNREADABLE, row: null }, language);
    expect(text).toContain('march.csv');
    expect(text).not.toMatch(/null|row|行|17/);
  });

  it.each(LANGUAGES)('a long list is cut after five names, and says how many follow (%s)', (language) => {
    const installments = Array.from({ length: 12 }, (_, index) => `No. ${index + 1}!`);
    const text = refusalText({ ...SAMPLES.DUE_NOT_PAID, installments }, language);
    expect(text).toContain('No. 5!');
    expect(text).not.toContain('No. 6!');
    expect(text).toContain('+7');
  });

  it('the English one says what to do next wherever there is something to do', () => {
    const nothingToDo = ['INVALID_INPUT', 'RESERVATION_CLOSED', 'CONTRACT_NOT_LIVE', 'DATE_IN_FUTURE'];
    nothingToDo.push('CURRENCY_MISMATCH', 'ALREADY_HANDED_OVER', 'PLAN_LINE_INVALID', 'NO_BUYER');
    const silent = REFUSALS.filter(({ code }) => !nothingToDo.includes(code)).filter(
      (refusal) => refusalText(refusal).split(/[.:] (?=\S)/).length < 2,
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});

describe('a kind of refusal', () => {
  const behaviour = SOURCE_FILES.filter(
    ({ file }) =>
      file.startsWith('extension/') &&
      !/shared\/refusal\.ts$|system\/refusal-text\.ts$|\/identifiers\//.test(file),
  );

  it.each(Object.keys(SAMPLES))('%s is what some rule or command says', (code) => {
    expect(behaviour.some(({ text }) => text.includes(`code: '${code}'`))).toBe(true);
  });
});

describe('the HTTP status of a refusal', () => {
  it('is one of the 4xx for every kind, and there is none for a kind that does not exist', () => {
    expect(Object.keys(HTTP_STATUS).sort()).toEqual(Object.keys(SAMPLES).sort());
    for (const status of Object.values(HTTP_STATUS)) {
      expect(Number.isInteger(status) && status >= 400 && status < 500).toBe(true);
    }
  });

  it.each([
    ['NOT_SIGNED_IN', 401],
    ['NO_RIGHT', 403],
    ['PRICE_NOT_YOURS_TO_SET', 403],
    ['NOT_FOUND', 404],
    ['INVALID_INPUT', 400],
    ['UNIT_TAKEN', 409],
    ['REQUEST_ID_REUSED', 409],
    ['RECEIPT_ALREADY_BOOKED', 409],
    ['BUSY', 409],
  ] as const)('%s is %i', (code, status) => {
    expect(HTTP_STATUS[code]).toBe(status);
  });
});
