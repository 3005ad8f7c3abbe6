import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { trimmed } from '#scripts/build/trim-catalogs.ts';

const HEAD = 'globalThis["__twentySdkFrontComponentTranslations__"]=';
const hashOf = (text: string) => createHash('sha256').update(`${text}\u001f`).digest('base64').slice(0, 6);

const bundle = (catalog: object, code: string) => `${HEAD}${JSON.stringify({ 'zh-CN': catalog })};\n${code}`;
const keptOf = (text: string) =>
  Object.keys((JSON.parse(text.slice(HEAD.length, text.indexOf(';\n'))) as { 'zh-CN': object })['zh-CN']);

describe('a widget', () => {
  const texts = ['Refreshing…', 'Say "no"', "Don't", 'Line\nbreak', 'To', 'Elsewhere', 'by'];

  it.each([
    ['by their text', (text: string) => text],
    ['by their hash', hashOf],
  ])('keeps the translations of what its code says, %s', (_how, keyOf) => {
    const catalog = Object.fromEntries(texts.map((text) => [keyOf(text), 'x']));
    const code = String.raw`t("Refreshing\u2026");t('Say "no"');t('Don\'t');t("Line\nbreak");t("To")`;
    expect(keptOf(trimmed(bundle(catalog, code), texts))).toEqual(texts.slice(0, 5).map(keyOf));
  });

  it('keeps what is not known to be a text, and its code as it is', () => {
    const code = 'export default 1;\nconst text = "Elsewhere not";';
    const result = trimmed(bundle({ unknown: 'x', "Don't": 'y' }, code), texts);
    expect(keptOf(result)).toEqual(['unknown']);
    expect(result.endsWith(`;\n${code}`)).toBe(true);
  });

  it('without translations stays as it is', () => {
    expect(trimmed('var a=1;\nvar b;', texts)).toBe('var a=1;\nvar b;');
  });
});
