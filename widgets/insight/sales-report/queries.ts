/** What the sales report asks: signed, ended, reserved and received by day; years by month. */
import { type Grain, lastPeriods } from '#domain/insight/index.ts';
import { endedTotals, signedTotals } from '../board/contract-totals.ts';
import { currencyOf, dated, of } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { from, fromMoment, ofUnit, oneOf, type Scope } from '../board/scope.ts';

/** So many periods are drawn, this one included. */
export const PERIODS: Record<Grain, number> = { DAY: 14, WEEK: 13, MONTH: 12, YEAR: 10 };

export function periodsOf({ today, choice }: Pick<Scope, 'today' | 'choice'>) {
  const grain = choice as Grain;
  const starts = lastPeriods(today, grain, PERIODS[grain]);
  return { grain, starts, since: starts[0] ?? today };
}

const RESERVED = ['PENDING_APPROVAL', 'ACTIVE', 'CONVERTED', 'EXPIRED', 'CANCELLED_REFUND', 'FORFEITED'];

export const salesReportQueries: Queries = (scope) => {
  const { grain, since } = periodsOf(scope);
  const by = grain === 'YEAR' ? 'MONTH' : 'DAY';
  const receipts = {
    objects: 'keyturnReceipts',
    by: [dated('bookedOn', by), currencyOf('amount')],
    money: ['amount'],
    where: ['{ state: { eq: CLEARED } }', '{ method: { neq: COMPENSATION } }', from('bookedOn', since)],
  };
  return [
    {
      totals: {
        signed: signedTotals(scope, by, since, [of('unit', 'kind')]),
        reserved: {
          objects: 'keyturnReservations',
          by: [dated('reservedAt', by, scope.timeZone), currencyOf('price')],
          where: [oneOf('state', RESERVED), fromMoment('reservedAt', since, scope), ...ofUnit(scope)],
        },
        // A receipt's project is two relations away, further than Twenty filters.
        ...(scope.place.kind === 'ALL' ? { receipts } : {}),
      },
    },
    { totals: { ended: endedTotals(scope, by, since, [of('unit', 'kind')]) } },
  ];
};
