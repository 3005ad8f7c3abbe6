/** The rows behind the figures of a board, as far as Twenty's lists can be narrowed to them. */
import { dayIn, ENDED_STATES, SIGNED_STATES } from '#domain/insight/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RowFilter, Rows } from '#widgets/shared/figures/rows.ts';
import { currenciesOf, type Told } from './scope.ts';

/** From a day to before another; all days without them. */
export type Span = { from?: PlainDate; before?: PlainDate };

export function spanOf(field: string, { from, before }: Span): RowFilter[] {
  return [
    ...(from === undefined ? [] : [{ field, is: 'IS_AFTER', value: from } as const]),
    ...(before === undefined ? [] : [{ field, is: 'IS_BEFORE', value: before } as const]),
  ];
}

/** The same of a moment, whose days begin by the time zone of the board. */
export function momentSpan(field: string, { from, before }: Span, { timeZone }: Told): RowFilter[] {
  const instant = (day: PlainDate) => dayIn(day, timeZone).from.toISOString();
  return [
    ...(from === undefined ? [] : [{ field, is: 'IS_AFTER', value: instant(from) } as const]),
    ...(before === undefined ? [] : [{ field, is: 'IS_BEFORE', value: instant(before) } as const]),
  ];
}

/** Where a workspace has several currencies, the one that the board adds up. */
function inCurrency(field: string, { currency, projects }: Told): RowFilter[] {
  if (currenciesOf(projects).length < 2) return [];
  return [{ field: `${field}.currencyCode`, is: 'IS', anyOf: [currency] }];
}

/** Of records whose project is behind their unit or contract. */
export function rowsOf(
  told: Told,
  objects: string,
  money: string | null,
  filters: readonly RowFilter[],
): Rows {
  const currency = money === null ? [] : inCurrency(money, told);
  return { objects, filters: [...filters, ...currency], isWider: told.place.kind === 'ONE' };
}

export function signedRows(told: Told, span: Span): Rows {
  return rowsOf(told, 'keyturnContracts', 'price', [
    { field: 'state', is: 'IS', anyOf: SIGNED_STATES },
    ...spanOf('signedOn', span),
  ]);
}

export function cancelledRows(told: Told, span: Span): Rows {
  return rowsOf(told, 'keyturnContracts', 'price', [
    { field: 'state', is: 'IS', anyOf: ENDED_STATES },
    ...spanOf('cancelledOn', span),
  ]);
}

/** Units say their project themselves. */
export function unitRows({ place }: Told, filters: readonly RowFilter[]): Rows {
  const own: RowFilter[] =
    place.kind === 'ONE' ? [{ field: 'project', is: 'RELATED_TO', recordId: place.project.id }] : [];
  return { objects: 'keyturnUnits', filters: [...filters, ...own] };
}
