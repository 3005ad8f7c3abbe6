/** How far back a board looks, as its filter has it. */
import { firstOfMonth } from '#domain/insight/index.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import type { Scope } from './scope.ts';

export const LOOKBACKS: readonly (readonly [string, string])[] = [
  ['1', msg('This month')],
  ['3', msg('Last 3 months')],
  ['12', msg('Last 12 months')],
  ['36', msg('Last 36 months')],
  ['ALL', msg('Since the beginning')],
];

const BEGINNING = '1970-01-01' as PlainDate;

/** So many calendar months, this one included. */
export function sinceOf({ choice, today }: Pick<Scope, 'choice' | 'today'>): PlainDate {
  return choice === 'ALL' ? BEGINNING : addMonths(firstOfMonth(today), 1 - Number(choice));
}

export function isFromBeginning({ choice }: Pick<Scope, 'choice'>): boolean {
  return choice === 'ALL';
}
