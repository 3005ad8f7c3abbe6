import { describe, expect, it } from 'vitest';
import { eur } from '#tests/widgets/fixtures/board-units.ts';
import {
  dueBy,
  type InstallmentRecord,
  missingBy,
  openInstallments,
} from '#widgets/shared/installments/open-installments.ts';

const stored = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'EUR' });

function installment(
  seq: number,
  dueOn: string | null,
  changes: Partial<InstallmentRecord> = {},
): InstallmentRecord {
  return {
    id: `${seq}`,
    name: `No. ${seq}`,
    seq,
    dueOn,
    amount: stored(1_000),
    paid: stored(0),
    state: 'PENDING',
    anchor: 'DATE',
    ...changes,
  };
}

describe('what a contract still asks for', () => {
  it('is oldest first, then by number, and what has no date yet last', () => {
    const open = openInstallments([
      installment(4, null),
      installment(3, '2026-05-01'),
      installment(1, '2026-06-01'),
      installment(2, '2026-05-01'),
    ]);
    expect(open.map(({ seq }) => seq)).toEqual([2, 3, 1, 4]);
  });

  it('leaves out what is paid, taken off, waived or cancelled', () => {
    const open = openInstallments([
      installment(1, '2026-01-01', { paid: stored(1_000) }),
      installment(2, '2026-01-01', { state: 'WAIVED' }),
      installment(3, '2026-01-01', { state: 'CANCELLED' }),
      installment(4, '2026-01-01', { paid: stored(400) }),
      installment(5, '2026-01-01', { paid: stored(400), credited: stored(500) }),
      installment(6, '2026-01-01', { credited: stored(1_000) }),
    ]);
    expect(open).toMatchObject([
      { seq: 4, open: eur(600) },
      { seq: 5, open: eur(100) },
    ]);
  });

  it('is due on its day, not before', () => {
    const open = openInstallments([
      installment(1, '2026-03-11'),
      installment(2, '2026-03-12'),
      installment(3, '2026-03-13'),
    ]);
    expect(dueBy(open, '2026-03-12')).toEqual(eur(2_000));
    expect(dueBy(open, '2026-03-10')).toBeNull();
  });

  it('is named without the number of its contract', () => {
    const named = [
      installment(1, null, { name: 'C-1 · 1 Signing' }),
      installment(2, null, { name: 'Other' }),
    ];
    expect(openInstallments(named, 'C-1').map(({ name }) => name)).toEqual(['1 Signing', 'Other']);
  });

  it('knows what falls due with the keys', () => {
    const [first, second] = openInstallments([
      installment(1, null, { anchor: 'HANDOVER' }),
      installment(2, null, { anchor: 'MILESTONE' }),
    ]);
    expect([first?.isDueWithKeys, second?.isDueWithKeys]).toEqual([true, false]);
  });
});

describe('what should come in', () => {
  it.each([
    [eur(500), eur(200), eur(300)],
    [eur(500), null, eur(500)],
    [eur(500), eur(500), null],
    [eur(500), eur(900), null],
    [null, eur(900), null],
  ])('of %o due with %o paid in advance is %o', (due, prepaid, missing) => {
    expect(missingBy(due, prepaid)).toEqual(missing);
  });
});
