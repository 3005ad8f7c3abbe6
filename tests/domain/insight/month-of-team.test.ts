import { describe, expect, it } from 'vitest';
import { type ContractGroup, monthOfTeam } from '#domain/insight/index.ts';
import { formatMoney, parseMoney } from '#domain/shared/money.ts';

const group = (memberId: string, amount: string, count: number, rest: Partial<ContractGroup> = {}) => ({
  memberId,
  signedIn: '2026-03',
  cancelledIn: null,
  count,
  amount: parseMoney(amount, 'EUR'),
  ...rest,
});

const league = (groups: readonly ContractGroup[], members = ['ada', 'bo', 'cleo']) =>
  monthOfTeam(groups, members, '2026-03', 'EUR').map(({ who, net, netAmount, rank }) => [
    rank,
    who,
    net,
    formatMoney(netAmount),
  ]);

describe('the month of a team', () => {
  it('ranks by net amount; who sold nothing stands last, the same amount at the same place', () => {
    expect(league([group('bo', '300.00', 2), group('ada', '500.00', 1)])).toEqual([
      [1, 'ada', 1, '500.00'],
      [2, 'bo', 2, '300.00'],
      [3, 'cleo', 0, '0.00'],
    ]);
    const equal = league([group('bo', '300.00', 1), group('ada', '300.00', 1)]);
    expect(equal.map(([rank]) => rank)).toEqual([1, 1, 3]);
  });

  it('a contract of an earlier month that is cancelled in this one counts against it', () => {
    const cancelled = group('ada', '200.00', 1, { signedIn: '2025-11', cancelledIn: '2026-03' });
    expect(league([group('ada', '500.00', 2), cancelled], ['ada'])).toEqual([[1, 'ada', 1, '300.00']]);
  });

  it('signed and cancelled in the same month comes to nothing; cancelled later still counts', () => {
    const both = group('ada', '200.00', 1, { cancelledIn: '2026-03' });
    const later = group('ada', '100.00', 1, { cancelledIn: '2026-04' });
    expect(league([both, later], ['ada'])).toEqual([[1, 'ada', 1, '100.00']]);
  });

  it('other people, other months and other currencies do not count', () => {
    const dollars = { ...group('ada', '0.00', 1), amount: parseMoney('9.00', 'USD') };
    const groups = [group('zoe', '900.00', 1), group('ada', '900.00', 1, { signedIn: '2026-02' }), dollars];
    expect(league(groups, ['ada'])).toEqual([[1, 'ada', 0, '0.00']]);
  });
});
