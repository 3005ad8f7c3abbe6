/** The month so far: net contracts, and the place in the team. Others' money is for who leads the team (C5). */
import type { LeagueRow } from '#domain/insight/league.ts';
import { monthOfTeam } from '#domain/insight/month-of-team.ts';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import type { Rows } from '#widgets/shared/figures/rows.ts';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { timeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { LoadedDay } from '../use-my-day.ts';

type MonthFiguresProps = { day: LoadedDay; words: Words };

export function MonthFigures({ day, words }: MonthFiguresProps) {
  const { t, locale } = words;
  const { me, groups, month } = day;
  if (me.currency === '') return null;
  const league = monthOfTeam(groups, me.leagueIds, month, me.currency);
  const own = league.find(({ who }) => who === me.memberId);
  if (own === undefined) return null;
  const hasTeam = league.length > 1;
  const said = {
    basis: t('Signed this month less cancelled this month, by contract price.'),
    asOf: t('As of {time}', { time: timeText(day.asOf, locale) }),
  };
  const rows = {
    objects: 'keyturnContracts',
    filters: [
      { field: 'salesperson', is: 'RELATED_TO', recordId: me.memberId },
      { field: 'signedOn', is: 'IS_AFTER', value: `${month}-01` },
    ],
  } satisfies Rows;
  const place = t('{place} of {count}', { place: own.rank ?? '–', count: league.length });
  const figures: Figure[] = [
    { key: 'deals', label: t('Net contracts'), value: String(own.net), rows, ...said },
    { key: 'amount', label: t('Net amount'), value: moneyText(own.netAmount, locale), rows, ...said },
    ...(hasTeam ? [{ key: 'place', label: t('Place in the team'), value: place, ...said }] : []),
  ];
  return (
    <section className="kt-day-month" aria-labelledby="kt-day-month">
      <h2 id="kt-day-month" className="kt-day-title">
        {t('My month: {month}', { month: monthText(month, locale) })}
      </h2>
      <FigureRow figures={figures} words={words} />
      {hasTeam && <League league={league} day={day} words={words} />}
    </section>
  );
}

function monthText(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function League({ league, day: { me }, words }: MonthFiguresProps & { league: readonly LeagueRow[] }) {
  const { t, locale } = words;
  return (
    <details className="kt-day-league">
      <summary>{t('The team this month')}</summary>
      <table className="kt-table">
        <thead>
          <tr>
            <th>{t('Place')}</th>
            <th>{t('Salesperson')}</th>
            <th data-align="end">{t('Net contracts')}</th>
            <th data-align="end">{t('Net amount')}</th>
          </tr>
        </thead>
        <tbody>
          {league.map((line) => {
            const isMe = line.who === me.memberId;
            return (
              <tr key={line.who}>
                <td className="kt-number">{line.rank}</td>
                <td>
                  {me.names.get(line.who) || '–'} {isMe && <span className="kt-mark">{t('me')}</span>}
                </td>
                <td data-align="end">{line.net}</td>
                <td data-align="end">
                  {isMe || me.ledIds.includes(line.who) ? moneyText(line.netAmount, locale) : '–'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function moneyText(amount: Money, locale: string): string {
  const shown = amountOfDecimal(formatMoney(amount), amount.currency);
  return shown === null ? formatMoney(amount) : amountText(shown, locale);
}
