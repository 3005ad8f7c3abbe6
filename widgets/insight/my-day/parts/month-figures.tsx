/** The month so far: net contracts, and the place in the team. Others' money is for who leads the team (C5). */
import { type MonthOf, monthOfTeam } from '#domain/insight/month-of-team.ts';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { LoadedDay } from '../use-my-day.ts';

type MonthFiguresProps = { day: LoadedDay; words: Words };

export function MonthFigures({ day, words }: MonthFiguresProps) {
  const { t, locale } = words;
  const { me, groups, month } = day;
  if (me.currency === '') return null;
  const league = monthOfTeam(groups, me.leagueIds, month, me.currency);
  const own = league.find(({ memberId }) => memberId === me.memberId);
  if (own === undefined) return null;
  const hasTeam = league.length > 1;
  const shown = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <section className="kt-day-month" aria-labelledby="kt-day-month">
      <h2 id="kt-day-month" className="kt-day-title">
        {t('My month: {month}', { month: shown.format(new Date(`${month}-01T00:00:00Z`)) })}
      </h2>
      <dl className="kt-figures">
        <div className="kt-figure">
          <dt>{t('Net contracts')}</dt>
          <dd>{own.deals}</dd>
        </div>
        <div className="kt-figure">
          <dt>{t('Net amount')}</dt>
          <dd>{moneyText(own.amount, locale)}</dd>
        </div>
        {hasTeam && (
          <div className="kt-figure">
            <dt>{t('Place in the team')}</dt>
            <dd>{t('{place} of {count}', { place: own.place, count: league.length })}</dd>
          </div>
        )}
      </dl>
      <p className="kt-hint">{t('Signed this month less cancelled this month, by contract price.')}</p>
      {hasTeam && <League league={league} day={day} words={words} />}
    </section>
  );
}

function League({ league, day: { me }, words }: MonthFiguresProps & { league: readonly MonthOf[] }) {
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
            const isMe = line.memberId === me.memberId;
            return (
              <tr key={line.memberId}>
                <td className="kt-number">{line.place}</td>
                <td>
                  {me.names.get(line.memberId) || '–'} {isMe && <span className="kt-mark">{t('me')}</span>}
                </td>
                <td data-align="end">{line.deals}</td>
                <td data-align="end">
                  {isMe || me.ledIds.includes(line.memberId) ? moneyText(line.amount, locale) : '–'}
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
