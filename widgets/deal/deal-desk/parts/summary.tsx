/** What the deal comes to right now: the price step by step, whether the unit is free, installments, monthly payment. */
import { monthlyPayment } from '#widgets/ledger/mortgage/monthly-payment.ts';
import { PlannedLines } from '#widgets/ledger/payment-plan/planned-lines.tsx';
import { amountText, numberText } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { answerText, refusalText } from '#widgets/shared/parts/failure-text.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import { isUnitGone, type Preview } from '../desk-preview.ts';

export function Summary({ desk, words }: DeskProps) {
  const { t } = words;
  const { draft, foretold } = desk;
  const { price, priceFailed, schedule, scheduleFailed, isAsking, askAgain } = foretold;
  const again = { label: t('Try again'), onPress: askAgain };
  return (
    <aside className="kt-summary" aria-label={t('What it comes to')} aria-busy={isAsking}>
      <h3 className="kt-summary-title">
        {t('What it comes to')}
        {isAsking && <span className="kt-hint"> {t('Working it out…')}</span>}
      </h3>
      {draft.unit === null && (
        <p className="kt-hint">
          {t('Choose a unit: its price, the installments and what a month costs appear here.')}
        </p>
      )}
      {priceFailed !== null && (
        <Notice tone="bad" action={again}>
          {answerText(priceFailed, words)}
        </Notice>
      )}
      {price !== null && <Ladder price={price} words={words} />}
      {price !== null && <Availability price={price} words={words} />}
      <Monthly desk={desk} words={words} />
      {scheduleFailed !== null && <Notice tone="bad">{answerText(scheduleFailed, words)}</Notice>}
      {schedule !== null && (
        <div className="kt-summary-part">
          <h4 className="kt-label">{t('Installments')}</h4>
          <PlannedLines result={schedule} words={words} />
        </div>
      )}
      {schedule === null && scheduleFailed === null && draft.unit !== null && draft.planId === '' && (
        <p className="kt-hint">{t('Choose a payment plan to see the installments.')}</p>
      )}
    </aside>
  );
}

function Ladder({ price, words }: { price: Preview; words: Words }) {
  const { t, locale } = words;
  return (
    <div className="kt-summary-part">
      <table className="kt-table kt-ladder">
        <caption className="kt-hidden">{t('Price step by step')}</caption>
        <tbody>
          <tr>
            <td>{t('List price')}</td>
            <td data-align="end">{price.listPrice === null ? '–' : amountText(price.listPrice, locale)}</td>
          </tr>
          {price.rungs.map(({ name, percent, off }) => (
            <tr key={name}>
              <td>
                {name}
                {percent !== null && <span className="kt-soft"> {numberText(percent, locale, 4)}%</span>}
              </td>
              <td data-align="end">−{amountText(off, locale)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('Price')}</td>
            <td data-align="end" className="kt-summary-price">
              {price.price === null ? '–' : amountText(price.price, locale)}
            </td>
          </tr>
          {price.deposit !== null && (
            <tr className="kt-summary-deposit">
              <td>{t('Deposit')}</td>
              <td data-align="end">{amountText(price.deposit, locale)}</td>
            </tr>
          )}
        </tfoot>
      </table>
      {price.needsApproval && <p className="kt-needs">{t('Needs approval.')}</p>}
    </div>
  );
}

/** Foretold by the decision of the reservation itself; what concerns the unit is said above the steps. */
function Availability({ price, words }: { price: Preview; words: Words }) {
  const { t, locale } = words;
  const { unavailable, until, priceProblem } = price;
  if (until !== null)
    return (
      <p className="kt-free" role="status">
        {t('{unit} is free. Reserved now, it would be kept until {until}.', {
          unit: price.unit,
          until: dateTimeText(until, locale),
        })}
      </p>
    );
  if (unavailable === null || isUnitGone(unavailable) || unavailable.code === priceProblem?.code) return null;
  return <Notice tone="bad">{refusalText(unavailable, words)}</Notice>;
}

function Monthly({ desk, words }: Pick<DeskProps, 'desk' | 'words'>) {
  const { t, locale } = words;
  const { loan } = desk.draft;
  const monthly = loan === null ? null : monthlyPayment(loan, desk.foretold.price?.currency ?? '');
  if (loan === null || monthly === null) return null;
  const isLevel = loan.repayment !== 'EQUAL_PRINCIPAL';
  return (
    <dl className="kt-monthly">
      <dt>{isLevel ? t('Monthly payment') : t('First monthly payment')}</dt>
      <dd className="kt-monthly-amount kt-number">{amountText(monthly.first, locale)}</dd>
      {!isLevel && (
        <>
          <dt>{t('Last monthly payment')}</dt>
          <dd className="kt-number">{amountText(monthly.last, locale)}</dd>
        </>
      )}
      <dt>{t('Interest in all')}</dt>
      <dd className="kt-number">{amountText(monthly.interest, locale)}</dd>
    </dl>
  );
}
