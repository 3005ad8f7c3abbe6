import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chinese, ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { ALLOCATIONS, RECEIPT } from '#tests/widgets/harness/ledger-records.ts';
import {
  blockedFrom,
  paidParts,
  type ReceiptSubject,
} from '#widgets/ledger/receipt-states/receipt-subject.ts';
import { OpenAgain } from '#widgets/ledger/receipt-states/take-back.tsx';

const subject = { receipt: RECEIPT, paid: paidParts(ALLOCATIONS) } as unknown as ReceiptSubject;

describe('what a receipt has paid', () => {
  it('leaves out what was taken back, and tells fee from principal', () => {
    expect(subject.paid.map(({ installment, isFee, amount }) => [installment, isFee, amount.micros])).toEqual(
      [
        ['GA-2026-0117 · 2 Foundation', false, 1_465_000_000_000n],
        ['GA-2026-0117 · 2 Foundation', true, 13_185_000_000n],
        ['GA-2026-0117 · 3 5th floor', false, 21_815_000_000n],
      ],
    );
  });

  it('is told as what will be open again', async () => {
    const html = renderToStaticMarkup(<OpenAgain subject={subject} words={ENGLISH} />);
    expect(html).toContain('2 Foundation, late fee');
    expect(html).toContain('NT$13,185');
    expect(renderToStaticMarkup(<OpenAgain subject={subject} words={await chinese()} />)).toContain(
      '恢复为未付',
    );
  });

  it('may be nothing', () => {
    const html = renderToStaticMarkup(<OpenAgain subject={{ ...subject, paid: [] }} words={ENGLISH} />);
    expect(html).toContain('nothing is open again');
  });
});

describe('a receipt', () => {
  const inState = (state: string) => ({ ...subject, receipt: { ...RECEIPT, state } }) as ReceiptSubject;

  it.each([
    ['PENDING_CLEARANCE', 'CLEARED'],
    ['PENDING_CLEARANCE', 'BOUNCED'],
    ['CLEARED', 'BOUNCED'],
    ['CLEARED', 'REVERSED'],
  ] as const)('that is %s may become %s', (from, to) => {
    expect(blockedFrom(to)(inState(from), ENGLISH)).toBeNull();
  });

  it('says by the name of its state why it may not', () => {
    expect(blockedFrom('CLEARED')(inState('REVERSED'), ENGLISH)).toBe(
      'This receipt is “Reversed”: nothing is left to do here.',
    );
  });
});
