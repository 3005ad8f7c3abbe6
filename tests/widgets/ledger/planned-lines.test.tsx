import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { PREVIEW } from '#tests/widgets/harness/ledger-records.ts';
import { barHeights, PlannedLines, plannedLines } from '#widgets/ledger/payment-plan/planned-lines.tsx';

describe('the lines of a plan', () => {
  it('are shown with their dates, their amounts and the sum', () => {
    const html = renderToStaticMarkup(<PlannedLines result={PREVIEW} words={ENGLISH} />);
    expect(html.match(/<rect/g)).toHaveLength(15);
    expect(html).toContain('NT$142,857.14');
    expect(html).toContain('Apr 12, 2026');
    expect(html).toMatch(/Total.*NT\$1,000,000</);
    expect(html).toContain('Amounts of 15 installments, in their order');
  });

  it('without a date say what they wait for', async () => {
    const words = await chinese();
    const html = renderToStaticMarkup(<PlannedLines result={PREVIEW} words={words} />);
    expect(html).toContain('工程节点');
    expect(html).not.toContain('MILESTONE');
  });

  it('of six hundred do not fill the panel', () => {
    const [line] = PREVIEW.lines;
    const lines = Array.from({ length: 600 }, (_, seq) => ({ ...line, seq }));
    const html = renderToStaticMarkup(<PlannedLines result={{ ...PREVIEW, lines }} words={ENGLISH} />);
    expect(html.match(/<tr>/g)).toHaveLength(122);
    expect(html).toContain('and 480 later ones');
  });

  it('of an answer without lines are none', () => {
    expect(plannedLines({})).toEqual([]);
    expect(renderToStaticMarkup(<PlannedLines result={{}} words={ENGLISH} />)).toBe('');
  });

  it('are drawn in proportion, and the smallest is still seen', () => {
    expect(barHeights([100n, 50n, 0n], 56)).toEqual([56, 28, 1]);
    expect(barHeights([], 56)).toEqual([]);
  });
});
