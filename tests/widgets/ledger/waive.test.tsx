import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { INSTALLMENT, LATE_FEE_ENTRIES } from '#tests/widgets/harness/ledger-records.ts';
import { FeeExplained, perTenThousand } from '#widgets/ledger/waive/fee-explained.tsx';
import {
  type InstallmentSubject,
  installmentFacts,
  openText,
  segmentsOf,
} from '#widgets/ledger/waive/installment-subject.ts';

const subject = (changes: object = {}): InstallmentSubject =>
  ({
    installment: { ...INSTALLMENT, ...changes },
    segments: segmentsOf(LATE_FEE_ENTRIES[0]?.explanation),
    explainedUpTo: '2026-02-28',
  }) as InstallmentSubject;

const none = { amountMicros: 0, currencyCode: 'TWD' };

describe('what could be waived', () => {
  it('is the fee that is neither paid nor waived, or the principal that is open', () => {
    expect([openText(subject(), 'LATE_FEE'), openText(subject(), 'PRINCIPAL')]).toEqual(['30325', '1000000']);
  });

  it('is nothing when all of it is settled', () => {
    const paid = subject({ paid: INSTALLMENT.amount, lateFee: none });
    expect([openText(paid, 'LATE_FEE'), openText(paid, 'PRINCIPAL')]).toEqual(['', '']);
  });

  it('is told with the installment', () => {
    const facts = Object.fromEntries(installmentFacts(subject(), ENGLISH));
    expect(facts).toMatchObject({ 'Principal open': 'NT$1,000,000', 'Late fee open': 'NT$30,325' });
  });
});

describe('the explanation of a late fee', () => {
  it('tells each stretch: days, base, rate and fee', () => {
    const { segments, explainedUpTo } = subject();
    const html = renderToStaticMarkup(
      <FeeExplained segments={segments} upTo={explainedUpTo} currency="TWD" words={ENGLISH} />,
    );
    expect(html).toContain('up to Feb 28, 2026');
    expect(html.match(/<tr>/g)).toHaveLength(4);
    expect(html).toContain('21 d');
    expect(html).toContain('NT$15,382.50');
    expect(html).toContain('10‱');
  });

  it('speaks Chinese', async () => {
    const words = await chinese();
    const { segments } = subject();
    const html = renderToStaticMarkup(
      <FeeExplained segments={segments} upTo={null} currency="TWD" words={words} />,
    );
    expect(html).toContain('违约金计算过程，截至 2026年2月28日');
    expect(html).toContain('21 天');
  });

  it('is left out when nobody has billed anything', () => {
    expect(
      renderToStaticMarkup(<FeeExplained segments={[]} upTo={null} currency="TWD" words={ENGLISH} />),
    ).toBe('');
  });

  it('passes over what is no stretch', () => {
    expect(segmentsOf([null, { from: 1 }, 'x'])).toEqual([]);
    expect(segmentsOf({})).toEqual([]);
  });

  it('writes rates as contracts do', () => {
    expect(perTenThousand('0.00025', 'en')).toBe('2.5‱');
  });
});
