import { describe, expect, it } from 'vitest';
import { missingDeposit, signBy, stageSince } from '#domain/deal/index.ts';
import { parseMoney } from '#domain/shared/money.ts';

const euros = (amount: string) => parseMoney(amount, 'EUR');

describe('what a live reservation waits for', () => {
  it.each([
    ['nothing asked', null, null, null],
    ['zero asked', '0.00', null, null],
    ['nothing paid', '100.00', null, '100.00'],
    ['a part paid', '100.00', '40.00', '60.00'],
    ['all paid', '100.00', '100.00', null],
    ['more than asked', '100.00', '120.00', null],
  ])('the deposit: %s', (_name, asked, paid, missing) => {
    expect(missingDeposit(asked === null ? null : euros(asked), paid === null ? null : euros(paid))).toEqual(
      missing === null ? null : euros(missing),
    );
  });

  it('money in another currency than asked pays nothing of it', () => {
    expect(missingDeposit(euros('100.00'), parseMoney('100.00', 'USD'))).toEqual(euros('100.00'));
  });

  const times = { reservedAt: '2026-03-01T10:00:00+08:00', upgradedAt: null };

  it('the large stage lasts since the upgrade, and is to be signed a week later', () => {
    expect(signBy({ stage: 'LARGE', ...times })).toBe('2026-03-08T02:00:00.000Z');
    expect(signBy({ stage: 'LARGE', ...times, upgradedAt: '2026-03-04T00:00:00Z' })).toBe(
      '2026-03-11T00:00:00.000Z',
    );
  });

  it('a small deposit promises no contract', () => {
    expect(signBy({ stage: 'SMALL', ...times })).toBeNull();
    expect(stageSince({ stage: 'SMALL', ...times })).toBe('2026-03-01T02:00:00.000Z');
  });
});
