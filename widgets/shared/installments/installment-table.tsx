import { amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { isDueBy, type OpenInstallment } from './open-installments.ts';

type InstallmentTableProps = {
  installments: readonly OpenInstallment[];
  today: string;
  words: Words;
};

const MOST = 8;

/** Open installments, oldest first; what is due is marked in words, not by colour alone. */
export function InstallmentTable({ installments, today, words }: InstallmentTableProps) {
  const { t, locale } = words;
  const shown = installments.slice(0, MOST);
  const hidden = installments.length - shown.length;
  return (
    <div>
      <table className="kt-table">
        <thead>
          <tr>
            <th>{t('Installment')}</th>
            <th>{t('Due on')}</th>
            <th data-align="end">{t('Open')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.id}>
              <td>{each.name}</td>
              <td>{dueText(each, today, words)}</td>
              <td data-align="end">{amountText(each.open, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="kt-hint">{t('and {count} later ones', { count: hidden })}</p>}
    </div>
  );
}

function dueText(each: OpenInstallment, today: string, { t, locale }: Words): string {
  if (each.dueOn === null) return each.isDueWithKeys ? t('with the keys') : t('not yet dated');
  const date = dateText(each.dueOn, locale);
  if (!isDueBy(each, today)) return date;
  return each.dueOn === today ? t('{date}, today', { date }) : t('{date}, overdue', { date });
}
