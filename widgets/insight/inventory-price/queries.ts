/** What inventory and price asks: units by state and type, the unsold by day of release, recent net sales, discounts. */
import { firstOfMonth, type SoldBasis, soldStates } from '#domain/insight/index.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { endedTotals, signedTotals } from '../board/contract-totals.ts';
import { by, currencyOf, type Dimension, dated, of, type Totals } from '../board/grouped.ts';
import type { Queries } from '../board/read-board.ts';
import { fromMoment, ofProject, ofUnit, oneOf, type Scope } from '../board/scope.ts';

/** Parking and storage are counted by themselves; a share over both would say nothing. */
export const HOMES = ['RESIDENCE', 'SHOP', 'OFFICE'];

/** D11: k = 3 unless said otherwise. Whole months, for this one is not over. */
export const SUPPLY_MONTHS = 3;
export const DISCOUNT_MONTHS = 12;

export const supplyStart = (today: PlainDate) => addMonths(firstOfMonth(today), -SUPPLY_MONTHS);

const currency = { ...of('project', 'currencyCode'), name: 'currency' };

/** `isLaunched` says the same of single units. */
const LAUNCHED =
  '{ or: [{ not: { state: { in: [PLANNED, CONTROLLED, FROZEN] } } }, { releasedAt: { is: NOT_NULL } }] }';

/** What is launched, by state and what else is asked; days of release are not, for there may be thousands. */
export function launchedUnits(scope: Scope, more: readonly Dimension[] = []): Totals {
  return {
    objects: 'keyturnUnits',
    by: [by('state'), currency, ...more],
    money: ['listPrice'],
    numbers: ['areaSquareMetres'],
    where: [oneOf('kind', HOMES), LAUNCHED, ...ofProject(scope)],
  };
}

/** What is launched and unsold, by the day of its release. */
function unsoldUnits(scope: Scope): Totals {
  return {
    objects: 'keyturnUnits',
    by: [dated('releasedAt', 'DAY', scope.timeZone), currency],
    money: ['listPrice'],
    numbers: ['areaSquareMetres'],
    where: [
      oneOf('kind', HOMES),
      LAUNCHED,
      `{ not: ${oneOf('state', soldStates(basisOf(scope)))} }`,
      ...ofProject(scope),
    ],
  };
}

export function basisOf({ choice }: Pick<Scope, 'choice'>): SoldBasis {
  return choice === 'SUBSCRIBED' ? 'SUBSCRIBED' : 'CONTRACTED';
}

export const inventoryQueries: Queries = (scope) => {
  const since = supplyStart(scope.today);
  const kind = of('unit', 'kind');
  return [
    {
      totals: {
        unsold: unsoldUnits(scope),
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
        units: launchedUnits(scope, [of('unitType', 'name')]),
        ended: endedTotals(scope, 'MONTH', since, [kind]),
      },
    },
  ];
};
