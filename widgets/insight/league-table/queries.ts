/** What the league table asks: signed, ended, reserved and held by salesperson, and who they are. */
import { ENDED_STATES, SIGNED_STATES } from '#domain/insight/index.ts';
import { by, currencyOf } from '../board/grouped.ts';
import { sinceOf } from '../board/lookback.ts';
import type { Queries } from '../board/read-board.ts';
import { from, fromMoment, ofUnit, oneOf } from '../board/scope.ts';
import { MADE } from '../funnel/queries.ts';

export const leagueQueries: Queries = (scope) => {
  const since = sinceOf(scope);
  const contracts = {
    objects: 'keyturnContracts',
    by: [by('salespersonId'), currencyOf('price')],
    money: ['price'],
  };
  return [
    {
      totals: {
        signed: {
          ...contracts,
          where: [oneOf('state', SIGNED_STATES), from('signedOn', since), ...ofUnit(scope)],
        },
        reserved: {
          objects: 'keyturnReservations',
          by: [by('salespersonId'), by('state'), currencyOf('price')],
          money: ['price', 'listPrice'],
          where: [oneOf('state', MADE), fromMoment('reservedAt', since, scope), ...ofUnit(scope)],
        },
        holds: {
          objects: 'keyturnUnitHolds',
          by: [by('salespersonId'), by('state')],
          where: ['{ kind: { eq: SALES } }', fromMoment('heldAt', since, scope), ...ofUnit(scope)],
        },
      },
      lists: {
        members: { objects: 'workspaceMembers', fields: 'id name { firstName lastName }', first: 200 },
        teams: { objects: 'keyturnTeamMembers', fields: 'team memberId', first: 200 },
      },
    },
    {
      totals: {
        ended: {
          ...contracts,
          where: [oneOf('state', ENDED_STATES), from('cancelledOn', since), ...ofUnit(scope)],
        },
      },
    },
  ];
};
