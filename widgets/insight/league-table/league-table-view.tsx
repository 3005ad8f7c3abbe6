/** The league table: net amount as bars, everything else as a table. */
import type { LeagueRow } from '#domain/insight/index.ts';
import { add, zero } from '#domain/shared/money.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { RecordTable } from '#widgets/shared/figures/record-table.tsx';
import type { Rows } from '#widgets/shared/figures/rows.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { signedRows } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { isFromBeginning, sinceOf } from '../board/lookback.ts';
import { asOf, day, percent, shortMoney, sizeOf } from '../board/wording.ts';
import type { LeagueFigures } from './figures.ts';

type Props = ViewProps<LeagueFigures>;
type Row = LeagueFigures['rows'][number];

/** Bars of the first ones; the table has all. */
const MOST_BARS = 12;

export function LeagueTableView({ figures: { rows }, told, words }: Props) {
  const { t } = words;
  const since = isFromBeginning(told)
    ? t('since the beginning')
    : t('since {day}', { day: day(sinceOf(told), words) });
  const empty = t('Nobody has sold or reserved anything in this time.');
  return (
    <>
      <FigureRow figures={tilesOf(rows, since, { told, words })} words={words} />
      <BarList
        title={t('Net contract amount by salesperson')}
        description={t('Signed less cancelled {since}. {asOf}', { since, asOf: asOf(told, words) })}
        empty={empty}
        names={[t('Salesperson'), t('Net amount')]}
        points={rows.slice(0, MOST_BARS).map((row) => ({
          key: row.who,
          label: rankedName(row, words),
          value: sizeOf(row.netAmount),
          text: shortMoney(row.netAmount, words),
          rows: rowsOfPerson(row, told),
        }))}
      />
      <RecordTable
        title={t('League table')}
        description={t(
          'Net contracts by signing and cancellation date; reservations and holds by the day they were made, {since}. {asOf}',
          { since, asOf: asOf(told, words) },
        )}
        empty={empty}
        heads={[
          t('Salesperson'),
          t('Team'),
          t('Reservations'),
          t('Signed'),
          t('Cancelled'),
          t('Net amount'),
          t('Conversion'),
          t('Discount depth'),
          t('Holds that ran out'),
        ]}
        numbers={[2, 3, 4, 5, 6, 7, 8]}
        object={null}
        rows={rows.map((row) => ({ id: row.who, cells: cellsOf(row, words) }))}
      />
    </>
  );
}

function rankedName(row: Row, words: Words): string {
  return row.rank === null ? nameOf(row, words) : `${row.rank} · ${nameOf(row, words)}`;
}

function nameOf({ name, who }: Row, { t }: Words): string {
  return name ?? (who === '' ? t('Without a salesperson') : t('Former member'));
}

function cellsOf(row: Row, words: Words): string[] {
  return [
    rankedName(row, words),
    row.team ?? '',
    String(row.reserved),
    String(row.signed),
    String(row.cancelled),
    shortMoney(row.netAmount, words),
    percent(row.conversion, words),
    percent(row.discount, words),
    row.holds === 0 ? '–' : `${percent(row.holdAbuse, words)} (${row.holds})`,
  ];
}

function rowsOfPerson({ who }: LeagueRow, told: Props['told']): Rows | undefined {
  if (who === '') return undefined;
  const rows = signedRows(told, isFromBeginning(told) ? {} : { from: sinceOf(told) });
  return { ...rows, filters: [...rows.filters, { field: 'salesperson', is: 'RELATED_TO', recordId: who }] };
}

function tilesOf(rows: readonly Row[], since: string, { told, words }: Omit<Props, 'figures'>): Figure[] {
  const { t } = words;
  const shared = { asOf: asOf(told, words) };
  const net = rows.reduce((all, row) => all + row.net, 0);
  const amount = rows.reduce((all, { netAmount }) => add(all, netAmount), zero(told.currency));
  // Who has sold nothing is not in front of anybody; nor is nobody.
  const first = rows.find(({ rank, netAmount }) => rank !== null && netAmount.minor > 0n);
  return [
    {
      ...shared,
      key: 'net',
      label: t('Net contracts'),
      value: String(net),
      note: shortMoney(amount, words),
      basis: t('Of everybody, {since}.', { since }),
      rows: signedRows(told, isFromBeginning(told) ? {} : { from: sinceOf(told) }),
    },
    {
      ...shared,
      key: 'first',
      label: t('In front'),
      value: first === undefined ? t('n/a') : nameOf(first, words),
      note: first === undefined ? undefined : shortMoney(first.netAmount, words),
      basis: t('By net amount, {since}.', { since }),
      rows: first === undefined ? undefined : rowsOfPerson(first, told),
    },
  ];
}
