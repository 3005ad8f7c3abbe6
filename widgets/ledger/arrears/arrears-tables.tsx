/** The ages of what is open, a table a currency, and the contracts that are longest overdue. */
import type { AgeingBucket } from '#domain/ledger/ageing.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';
import { openRecord } from '#widgets/shared/commands/open-form.ts';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';

const AGES: Record<AgeingBucket, string> = {
  NOT_DUE: msg('Not overdue'),
  D1_30: msg('1 to 30 days'),
  D31_60: msg('31 to 60 days'),
  D61_90: msg('61 to 90 days'),
  D91_PLUS: msg('More than 90 days'),
};

type Aged = { currency: string; buckets: Record<AgeingBucket, string>; total: string; lateFee: string };
type Late = { contract: string; contractId: string; overdue: string; since: string; currency: string };

type ArrearsTablesProps = { result: Result; words: Words };

export function ArrearsTables({ result, words }: ArrearsTablesProps) {
  const { t, locale } = words;
  const { asOf, ages, worst } = result as { asOf: string; ages: Aged[]; worst: Late[] };
  const money = (text: string, currency: string) => {
    const amount = amountOfDecimal(text, currency);
    return amount === null ? text : amountText(amount, locale);
  };
  return (
    <>
      <p className="kt-hint">{t('As of {time}', { time: dateText(asOf, locale) })}</p>
      {ages.map(({ currency, buckets, total, lateFee }) => (
        <table key={currency} className="kt-table">
          <caption className="kt-hidden">{t('Open by age')}</caption>
          <tbody>
            {(Object.keys(AGES) as AgeingBucket[]).map((age) => {
              const label = AGES[age];
              return (
                <tr key={age}>
                  <th scope="row">{t(label)}</th>
                  <td data-align="end">{money(buckets[age], currency)}</td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t('Late fee')}</th>
              <td data-align="end">{money(lateFee, currency)}</td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <td>{t('Open in all')}</td>
              <td data-align="end">{money(total, currency)}</td>
            </tr>
          </tfoot>
        </table>
      ))}
      {worst.length === 0 ? (
        <p className="kt-soft">{t('No contract is overdue.')}</p>
      ) : (
        <table className="kt-table">
          <thead>
            <tr>
              <th>{t('Contract')}</th>
              <th>{t('Overdue since')}</th>
              <th data-align="end">{t('Overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {worst.map(({ contract, contractId, overdue, since, currency }) => (
              <tr key={contractId}>
                <td>
                  <button
                    type="button"
                    className="kt-link kt-link-button"
                    onClick={() => void openRecord({ object: 'keyturnContract', recordId: contractId })}
                  >
                    {contract}
                  </button>
                </td>
                <td>{dateText(since, locale)}</td>
                <td data-align="end">{money(overdue, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
