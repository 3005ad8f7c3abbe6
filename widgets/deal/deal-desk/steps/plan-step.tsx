/** How it is paid: a payment plan, when it would be signed, and what a bank would lend. */
import { monthlyPayment } from '#widgets/ledger/mortgage/monthly-payment.ts';
import { plannedLines } from '#widgets/ledger/payment-plan/planned-lines.tsx';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { CheckField, ChoiceField, DateField, TextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import { FIRST_LOAN, type LoanChoice, loanInPlan } from '../desk-draft.ts';

export function PlanStep(props: DeskProps) {
  const { desk, words } = props;
  const { t } = words;
  const { draft, offer } = desk;
  const described = offer.plans.find(({ id }) => id === draft.planId)?.description ?? '';
  if (offer.plans.length === 0)
    return <Notice>{t('No payment plan is offered. Somebody who keeps the setup has to offer one.')}</Notice>;
  return (
    <div className="kt-form-group">
      <h3 className="kt-step-title">{t('How is it paid?')}</h3>
      <div className="kt-form-row">
        <ChoiceField
          label={t('Payment plan')}
          value={draft.planId}
          choices={[
            ['', t('Not chosen yet')],
            ...offer.plans.map(({ id, name }) => [id, name ?? '–'] as const),
          ]}
          hint={described === '' ? undefined : described}
          onChange={(planId) => desk.change({ planId })}
        />
        <DateField
          label={t('Signing planned on')}
          value={draft.signedOn}
          onChange={(signedOn) => desk.change({ signedOn })}
        />
      </div>
      <Loan {...props} />
    </div>
  );
}

function Loan({ desk, words }: DeskProps) {
  const { t, locale } = words;
  const { draft, foretold } = desk;
  const { loan } = draft;
  const planned = foretold.schedule === null ? '' : loanInPlan(plannedLines(foretold.schedule));
  const currency = foretold.price?.currency ?? '';
  const told = (decimal: string) => {
    const amount = amountOfDecimal(decimal, currency);
    return amount === null ? decimal : amountText(amount, locale);
  };
  const unitOf = (label: string) => (currency === '' ? label : `${label} (${currency})`);
  const change = (to: Partial<LoanChoice>) => desk.change({ loan: { ...FIRST_LOAN, ...loan, ...to } });
  const monthly = loan === null ? null : monthlyPayment(loan, currency);
  const years = loan === null ? null : Number(loan.termMonths) / 12;
  return (
    <>
      <CheckField
        label={t('With a mortgage loan')}
        isChecked={loan !== null}
        onChange={(isWanted) =>
          desk.change({ loan: isWanted ? { ...FIRST_LOAN, amountAsked: planned } : null })
        }
      />
      {loan !== null && (
        <div className="kt-form-group kt-loan">
          <div className="kt-form-row">
            <TextField
              label={unitOf(t('Loan amount'))}
              value={loan.amountAsked}
              hint={
                planned === ''
                  ? undefined
                  : t('The plan leaves {amount} to the bank', { amount: told(planned) })
              }
              onChange={(amountAsked) => change({ amountAsked })}
            />
            <TextField
              label={t('Interest a year (%)')}
              value={loan.annualRatePercent}
              placeholder="4.2"
              onChange={(annualRatePercent) => change({ annualRatePercent })}
            />
          </div>
          <div className="kt-form-row">
            <TextField
              label={t('Term (months)')}
              value={loan.termMonths}
              hint={
                years !== null && Number.isInteger(years) && years > 0
                  ? t('{years} years', { years })
                  : undefined
              }
              onChange={(termMonths) => change({ termMonths })}
            />
            <ChoiceField
              label={t('Repayment')}
              value={loan.repayment}
              choices={[
                ['EQUAL_INSTALLMENT', t('Equal installments')],
                ['EQUAL_PRINCIPAL', t('Equal principal')],
              ]}
              onChange={(repayment) => change({ repayment })}
            />
          </div>
          <p className="kt-hint" role="status">
            {monthly === null
              ? t('Enter amount and interest to see the monthly payment.')
              : t('{amount} in the first month', { amount: amountText(monthly.first, locale) })}
          </p>
        </div>
      )}
    </>
  );
}
