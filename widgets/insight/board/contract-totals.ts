/** Contracts as every board asks for them: signed by signing date, ended by the date of their end. */
import { ENDED_STATES, SIGNED_STATES } from '#domain/insight/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { currencyOf, type Dimension, dated, type Totals } from './grouped.ts';
import { from, ofUnit, oneOf, type Scope } from './scope.ts';

type Grain = 'DAY' | 'MONTH';

const VOLUME = { objects: 'keyturnContracts', money: ['price'], numbers: ['contractArea'] } as const;

export function signedTotals(
  scope: Scope,
  grain: Grain,
  since: PlainDate,
  more: readonly Dimension[] = [],
): Totals {
  return {
    ...VOLUME,
    by: [dated('signedOn', grain), currencyOf('price'), ...more],
    where: [oneOf('state', SIGNED_STATES), from('signedOn', since), ...ofUnit(scope)],
  };
}

export function endedTotals(
  scope: Scope,
  grain: Grain,
  since: PlainDate,
  more: readonly Dimension[] = [],
): Totals {
  return {
    ...VOLUME,
    by: [dated('cancelledOn', grain), currencyOf('price'), ...more],
    where: [oneOf('state', ENDED_STATES), from('cancelledOn', since), ...ofUnit(scope)],
  };
}
