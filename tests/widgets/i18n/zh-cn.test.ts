import { describe, expect, it } from 'vitest';
import { BUILT, NOT_BUILT, readManifest } from '#tests/widgets/built/outputs.ts';
import { readCatalog } from './catalogs.ts';
import { manifestLabels } from './manifest-labels.ts';
import { widgetStrings } from './widget-strings.ts';

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('Simplified Chinese', () => {
  it('has every word that a widget says', async () => {
    const catalog = await readCatalog('zh-CN');
    const { literals } = await widgetStrings();
    expect([...literals].filter((text) => !(text in catalog))).toEqual([]);
  });

  it.skipIf(NOT_BUILT).each(BUILT)('has every label of the %s manifest', async (generation) => {
    const catalog = await readCatalog('zh-CN');
    const labels = manifestLabels(await readManifest(generation));
    expect(labels.size).toBeGreaterThan(100);
    expect([...labels].filter((text) => !(text in catalog))).toEqual([]);
  });

  it.skipIf(NOT_BUILT)('has nothing that is said nowhere', async () => {
    const catalog = await readCatalog('zh-CN');
    const { literals: said } = await widgetStrings();
    for (const generation of BUILT) {
      for (const label of manifestLabels(await readManifest(generation))) said.add(label);
    }
    expect(Object.keys(catalog).filter((text) => !said.has(text))).toEqual([]);
  });

  it('leaves no hole unfilled and none empty', async () => {
    const catalog = await readCatalog('zh-CN');
    for (const [text, translation] of Object.entries(catalog)) {
      expect(translation.trim(), text).not.toBe('');
      expect(holes(translation), text).toEqual(holes(text));
    }
  });

  it('uses Chinese punctuation', async () => {
    const catalog = await readCatalog('zh-CN');
    expect(Object.values(catalog).filter((translation) => /[\u4e00-\u9fff][,:;?]/.test(translation))).toEqual(
      [],
    );
  });
});

describe('texts that are not written where they are shown', () => {
  it('come from a table whose entries are marked for translation', async () => {
    const { dynamic } = await widgetStrings();
    const known = [
      't(KINDS[kind])',
      't(UNIT_APPEARANCE[state].label)',
      't(UNIT_APPEARANCE[unit.state].label)',
      't(UNIT_APPEARANCE[fact].label)',
      't(label)',
      't(title)',
      't(text)',
      't(own, values)',
      't(text, facts)',
      't(board.title)',
      't(BUCKET_NAMES[bucket])',
      't(STAGES[stage] ?? stage)',
      't(BANDS[band])',
      't(BASIS_TEXTS[basis])',
      't(BEFORE[grain])',
    ];
    const calls = dynamic.map((line) => line.replace(/^.*: (words\.)?/, ''));
    expect(calls.filter((call) => !known.includes(call))).toEqual([]);
  });
});
