/**
 * What the handover board asks: handovers by state and month, contracts that wait for keys, which owe, first
 * inspections, and open snags. Of handovers the contract says the currency, of snags and inspections the home's price.
 */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { OPEN_SNAG_STATES } from '#domain/handover/snags.ts';
import { by, currencyBehind, currencyOf, type Dimension, dated, of, type Totals } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { ofUnit, oneOf, type Scope } from '../board/scope.ts';

/** Contracts whose keys have been given. */
export const WITH_KEYS = ['PERFORMING', 'COMPLETED'];
export const WITHOUT_KEYS = LIVE_CONTRACT_STATES.filter((state) => !WITH_KEYS.includes(state));

function openSnags(scope: Scope, more: readonly Dimension[]): Totals {
  return {
    objects: 'keyturnSnags',
    by: [currencyBehind('unit', 'listPrice'), ...more],
    where: [oneOf('state', OPEN_SNAG_STATES), ...ofUnit(scope)],
  };
}

export const handoverQueries: Queries = (scope) => [
  {
    totals: {
      handovers: {
        objects: 'keyturnHandovers',
        by: [by('state'), dated('handedOverOn', 'MONTH'), currencyBehind('contract', 'price')],
        numbers: ['noShows'],
        where: ofUnit(scope),
      },
      contracts: {
        objects: 'keyturnContracts',
        by: [by('state'), currencyOf('price')],
        where: [oneOf('state', LIVE_CONTRACT_STATES), ...ofUnit(scope)],
      },
      snags: openSnags(scope, [by('category'), by('severity'), by('contractorId'), of('contractor', 'name')]),
      inspections: {
        objects: 'keyturnInspections',
        by: [currencyBehind('unit', 'listPrice'), ...['number', 'state', 'isPassed', 'defects'].map(by)],
        where: ['{ number: { eq: 1 } }', ...ofUnit(scope)],
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
      ages: openSnags(scope, [dated('foundAt', 'DAY', scope.timeZone)]),
    },
  },
];
