/**
 * What the figures of the service ask: the tickets of a time by their moments, those that are open, and the homes
 * that were handed over. Whether a promise was kept is a comparison of two moments of one ticket, which no total can
 * tell; so tickets of the time come as groups of their moments, in one answer.
 */
import { OPEN_TICKETS } from '#domain/care/care-transitions.ts';
import { by, exactly, of, type Totals } from '../board/grouped.ts';
import { sinceOf } from '../board/lookback.ts';
import type { Queries } from '../board/read-board.ts';
import { fromMoment, ofProject, oneOf, type Scope } from '../board/scope.ts';
import { HOMES } from '../inventory-price/queries.ts';

/** Of records that may have no project: whom nobody could place. */
const currency = { ...of('project', 'currencyCode'), name: 'currency' };

/** Their buyers live there. */
export const LIVED_IN = ['HANDED_OVER', 'TITLED'];

export function servedTickets(scope: Scope): Totals {
  return {
    objects: 'keyturnServiceTickets',
    by: [
      currency,
      ...['kind', 'unitId', 'part', 'satisfaction'].map(by),
      ...['openedAt', 'respondBy', 'resolveBy', 'respondedAt', 'resolvedAt'].map(exactly),
    ],
    where: [fromMoment('openedAt', sinceOf(scope), scope), ...ofProject(scope)],
  };
}

export function openTickets(scope: Scope): Totals {
  return {
    objects: 'keyturnServiceTickets',
    by: [currency, by('kind'), by('state'), by('assigneeId')],
    where: [oneOf('state', OPEN_TICKETS), ...ofProject(scope)],
  };
}

export function livedInHomes(scope: Scope): Totals {
  return {
    objects: 'keyturnUnits',
    by: [currency],
    where: [oneOf('kind', HOMES), oneOf('state', LIVED_IN), ...ofProject(scope)],
  };
}

export const serviceQueries: Queries = (scope) => [
  { totals: { served: servedTickets(scope) } },
  { totals: { open: openTickets(scope), homes: livedInHomes(scope) } },
];
