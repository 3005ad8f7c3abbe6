/** What inventory and price asks: units by state and day of release, by type, recent net sales, discounts. */
import { firstOfMonth } from '#domain/insight/index.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { endedTotals, signedTotals } from '../board/contract-totals.ts';
import { by, currencyOf, dated, of, type Totals } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { fromMoment, ofProject, ofUnit, oneOf, type Scope } from '../board/scope.ts';

/** Parking and storage are counted by themselves; a share over both would say nothing. */
export const HOMES = ['RESIDENCE', 'SHOP', 'OFFICE'];

/** D11: k = 3 unless said otherwise. Whole months, for this one is not over. */
export const SUPPLY_MONTHS = 3;
export const DISCOUNT_MONTHS = 12;

export const supplyStart = (today: PlainDate) => addMonths(firstOfMonth(today), -SUPPLY_MONTHS);

export function unitTotals(scope: Scope): Totals {
  return {
    objects: 'keyturnUnits',
    by: [
      by('state'),
      dated('releasedAt', 'DAY', scope.timeZone),
      { ...of('project', 'currencyCode'), name: 'currency' },
    ],
    money: ['listPrice'],
    numbers: ['areaSquareMetres'],
    where: [oneOf('kind', HOMES), ...ofProject(scope)],
  };
}

export const inventoryQueries: Queries = (scope) => {
  const since = supplyStart(scope.today);
  const kind = of('unit', 'kind');
  return [
    {
      totals: {
        units: unitTotals(scope),
        signed: signedTotals(scope, 'MONTH', since, [kind]),
        discounts: {
          objects: 'keyturnReservations',
          by: [dated('reservedAt', 'MONTH', scope.timeZone), currencyOf('price')],
          money: ['price', 'listPrice'],
          where: [
            oneOf('state', ['PENDING_APPROVAL', 'ACTIVE', 'CONVERTED']),
            '{ listPrice: { amountMicros: { gt: 0 } } }',
            fromMoment('reservedAt', addMonths(firstOfMonth(scope.today), 1 - DISCOUNT_MONTHS), scope),
            ...ofUnit(scope),
          ],
        },
      },
    },
    {
      totals: {
        types: {
          objects: 'keyturnUnits',
          by: [by('state'), of('unitType', 'name'), { ...of('project', 'currencyCode'), name: 'currency' }],
          money: ['listPrice'],
          numbers: ['areaSquareMetres'],
          where: [
            oneOf('kind', HOMES),
            // What is launched; `isLaunched` says the same of single units.
            '{ or: [{ not: { state: { in: [PLANNED, CONTROLLED, FROZEN] } } }, { releasedAt: { is: NOT_NULL } }] }',
            ...ofProject(scope),
          ],
        },
        ended: endedTotals(scope, 'MONTH', since, [kind]),
      },
    },
  ];
};
