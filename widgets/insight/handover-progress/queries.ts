/** What the handover board asks: handovers by state and month, contracts that wait for keys, and which owe. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { by, currencyOf, dated } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { ofUnit, oneOf } from '../board/scope.ts';

/** Contracts whose keys have been given. */
export const WITH_KEYS = ['PERFORMING', 'COMPLETED'];
export const WITHOUT_KEYS = LIVE_CONTRACT_STATES.filter((state) => !WITH_KEYS.includes(state));

export const handoverQueries: Queries = (scope) => [
  {
    totals: {
      handovers: {
        objects: 'keyturnHandovers',
        by: [by('state'), dated('handedOverOn', 'MONTH')],
        where: ofUnit(scope),
      },
      contracts: {
        objects: 'keyturnContracts',
        by: [by('state'), currencyOf('price')],
        where: [oneOf('state', LIVE_CONTRACT_STATES), ...ofUnit(scope)],
      },
    },
  },
  {
    totals: {
      owing: {
        objects: 'keyturnContracts',
        by: [currencyOf('price')],
        money: ['overdue'],
        where: [oneOf('state', WITHOUT_KEYS), '{ overdue: { amountMicros: { gt: 0 } } }', ...ofUnit(scope)],
      },
    },
  },
];
