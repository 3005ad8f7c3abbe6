/** The late fee of an installment stretch by stretch: days times base times rate. */
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Segment } from './installment-subject.ts';

type FeeExplainedProps = {
  segments: readonly Segment[];
  upTo: string | null;
  currency: string;
  words: Words;
};

export function FeeExplained({ segments, upTo, currency, words }: FeeExplainedProps) {
  const { t, locale } = words;
  if (segments.length === 0) return null;
  const money = (decimal: string) => {
    const amount = amountOfDecimal(decimal, currency);
    return amount === null ? decimal : amountText(amount, locale);
  };
  const last = upTo ?? segments.at(-1)?.to ?? '';
  return (
    <div>
      <h3 className="kt-label">
        {t('How the late fee came about, up to {date}', { date: dateText(last, locale) })}
      </h3>
      <table className="kt-table">
        <thead>
          <tr>
            <th>{t('Days')}</th>
            <th data-align="end">{t('On, at a rate a day')}</th>
            <th data-align="end">{t('Late fee')}</th>
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <tr key={`${segment.from} ${segment.ratePerDay}`}>
              <td>
                {t('{days} d', { days: segment.days })}
                <div className="kt-hint">
                  <span className="kt-nowrap">{dateText(segment.from, locale)} –</span>{' '}
                  <span className="kt-nowrap">{dateText(segment.to, locale)}</span>
                </div>
              </td>
              <td data-align="end">
                {money(segment.base)}
                <div className="kt-hint">× {perTenThousand(segment.ratePerDay, locale)}</div>
              </td>
              <td data-align="end">{money(segment.fee)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "5‱" of "0.0005": contracts name the rate in ten-thousandths a day. */
export function perTenThousand(ratePerDay: string, locale: string): string {
  const rate = Number(ratePerDay) * 10_000;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(rate)}‱`;
}
