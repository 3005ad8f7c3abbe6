/** What the funnel asks: reservations of a time, what became of them, and their contracts. */
import { SIGNED_STATES } from '#domain/insight/index.ts';
import { by, currencyOf, dated, type Totals } from '../board/grouped.ts';
import { sinceOf } from '../board/lookback.ts';
import type { Queries } from '../board/read-board.ts';
import { fromMoment, ofUnit, oneOf, type Scope } from '../board/scope.ts';

export const MADE = ['PENDING_APPROVAL', 'ACTIVE', 'CONVERTED', 'EXPIRED', 'CANCELLED_REFUND', 'FORFEITED'];

const reservations = (scope: Scope, states: readonly string[]): Totals => ({
  objects: 'keyturnReservations',
  by: [by('state'), by('stage'), currencyOf('price')],
  money: ['price'],
  where: [oneOf('state', states), fromMoment('reservedAt', sinceOf(scope), scope), ...ofUnit(scope)],
});

export const funnelQueries: Queries = (scope) => {
  const since = sinceOf(scope);
  return [
    {
      totals: {
        made: reservations(scope, MADE),
        contracts: {
          objects: 'keyturnContracts',
          by: [by('state'), dated('signedOn', 'DAY'), currencyOf('price')],
          where: [
            oneOf('state', SIGNED_STATES),
            `{ reservation: ${fromMoment('reservedAt', since, scope)} }`,
            ...ofUnit(scope),
          ],
        },
        holds: {
          objects: 'keyturnUnitHolds',
          by: [by('state')],
          where: ['{ kind: { eq: SALES } }', fromMoment('heldAt', since, scope), ...ofUnit(scope)],
        },
      },
    },
    {
      totals: {
        converted: {
          ...reservations(scope, ['CONVERTED']),
          by: [dated('reservedAt', 'DAY', scope.timeZone), currencyOf('price')],
        },
      },
    },
  ];
};
