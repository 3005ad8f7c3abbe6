/** What the executive overview asks, in two requests: contracts from the beginning, stock, dues and loans. */
import { firstOfMonth, SIGNED_STATES } from '#domain/insight/index.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { endedTotals } from '../board/contract-totals.ts';
import { by, currencyOf, dated, of } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { oneOf } from '../board/scope.ts';
import { agreedLoans, openPromises, overdue, toCome } from '../cash-forecast/queries.ts';
import { launchedUnits } from '../inventory-price/queries.ts';

/** This month and eleven before it. */
export const MONTHS = 12;
export const firstMonth = (today: PlainDate) => addMonths(firstOfMonth(today), 1 - MONTHS);

export const executiveQueries: Queries = (scope) => [
  {
    totals: {
      contracts: {
        objects: 'keyturnContracts',
        by: [dated('signedOn', 'MONTH'), by('state'), of('unit', 'kind'), currencyOf('price')],
        money: ['price', 'paid', 'prepaid'],
        numbers: ['contractArea'],
        where: [oneOf('state', SIGNED_STATES)],
      },
      units: launchedUnits(scope),
      toCome: toCome(scope.today),
      loans: agreedLoans,
      promises: openPromises,
    },
  },
  {
    totals: {
      ended: endedTotals(scope, 'MONTH', firstMonth(scope.today), [of('unit', 'kind')]),
      overdue: overdue(scope.today),
    },
  },
];
