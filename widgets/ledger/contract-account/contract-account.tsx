/** A contract at a glance: how far it is, what is paid, due and late, its schedule, and what can be done with it. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { isPositive, type Money } from '#domain/shared/money.ts';
import { homeFacts } from '#widgets/care/home-facts/home-records.ts';
import { HomeSection } from '#widgets/care/home-facts/home-section.tsx';
import { MORTGAGE_STATES } from '#widgets/ledger/names.ts';
import { RECORD_RECEIPT } from '#widgets/ledger/record-receipt/record-receipt.form.tsx';
import { WRITE_STATEMENT } from '#widgets/ledger/statement-of-account/write-statement.form.tsx';
import { buyerName } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { shownMoney } from '#widgets/shared/format/stored-money.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { formOf, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, ShareBar, StepStrip, type Sum, Sums } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { type ContractFigures, contractFigures } from './contract-figures.ts';
import { PartiesAndChanges } from './contract-parties.tsx';
import type { ContractSubject } from './contract-records.ts';
import { CONTRACT_STATES, roadOf } from './contract-road.ts';
import { ContractSchedule } from './contract-schedule.tsx';
import { paidPercent, paidShares } from './paid-shares.ts';

export function ContractAccount({ subject, words, now, reload }: RecordViewProps<ContractSubject>) {
  const { t } = words;
  const { contract } = subject;
  const figures = contractFigures(subject, new Date(now));
  return (
    <>
      <Lead subject={subject} words={words} />
      <StepStrip
        steps={roadOf(subject, figures && paidPercent(figures), words)}
        label={t('State of the road')}
        words={words}
      />
      {figures === null ? (
        <Notice>
          {subject.installments === null
            ? t('Your role may not see installments, so what is paid and due is not shown.')
            : t('This contract has no price yet.')}
        </Notice>
      ) : (
        <>
          <ShareBar shares={paidShares(figures, words)} label={t('Paid of the total')} />
          <Sums sums={sumsOf(subject, figures, words)} />
          {figures.isStored && (
            <p className="kt-hint">
              {t('As last posted: your role may not see the receipts, refunds or adjustments behind it.')}
            </p>
          )}
        </>
      )}
      <RecordActions
        words={words}
        onDone={reload}
        actions={[
          ...(contract.state !== null && LIVE_CONTRACT_STATES.includes(contract.state)
            ? [
                {
                  key: 'receipt',
                  label: t('Record receipt'),
                  isNext: figures !== null && isPositive(figures.open),
                  form: formOf(RECORD_RECEIPT, contract.id),
                },
              ]
            : []),
          { key: 'statement', label: t('Statement of account'), form: formOf(WRITE_STATEMENT, contract.id) },
        ]}
      />
      <HomeSection facts={homeFacts(subject, new Date(now))} snagRows={null} now={now} words={words} />
      {figures !== null && <ContractSchedule figures={figures} subject={subject} words={words} />}
      <PartiesAndChanges subject={subject} words={words} />
    </>
  );
}

function Lead({ subject: { contract }, words }: { subject: ContractSubject; words: Words }) {
  const { t } = words;
  const { state, unit } = contract;
  const isLive = state !== null && LIVE_CONTRACT_STATES.includes(state);
  const label = state === null ? null : CONTRACT_STATES[state];
  return (
    <div className="kt-record-lead">
      <span className="kt-record-name">{contract.name ?? '–'}</span>
      {label !== null && (
        <span className="kt-chip" data-tone={isLive ? 'good' : 'plain'}>
          {t(label)}
        </span>
      )}
      {unit !== null && (
        <RecordLink object="keyturnUnit" id={unit.id}>
          {unit.name ?? '–'}
        </RecordLink>
      )}
      <span className="kt-soft">{buyerName(contract)}</span>
    </div>
  );
}

function sumsOf({ contract, mortgages }: ContractSubject, figures: ContractFigures, words: Words): Sum[] {
  const { t, locale } = words;
  const text = (money: Money) => amountText(shownMoney(money), locale);
  const { totals, due, loan } = figures;
  const price = amountOf(contract.price);
  const isLate = isPositive(totals.overdue);
  const sums: Sum[] = [
    { label: t('Contract price'), value: price === null ? '–' : amountText(price, locale) },
    {
      label: t('Due by today'),
      value: text(due),
      note: isPositive(totals.prepaid) ? t('{amount} is prepaid', { amount: text(totals.prepaid) }) : null,
    },
    {
      label: t('Overdue'),
      value: text(totals.overdue),
      tone: isLate ? 'bad' : undefined,
      note: isLate ? sinceText(figures, words) : t('nothing is late'),
    },
    {
      label: t('Late fee open'),
      value: text(totals.feeOpen),
      tone: isPositive(totals.feeOpen) ? 'bad' : undefined,
    },
    {
      label: t('Next due'),
      value: totals.nextDue === null ? '–' : text(totals.nextDue.amount),
      note: totals.nextDue && `${dateText(totals.nextDue.on, locale)} · ${totals.nextDue.label}`,
    },
  ];
  const [mortgage] = mortgages ?? [];
  if (loan === null && mortgage === undefined) return sums;
  const asked = amountOf(mortgage?.amountApproved) ?? amountOf(mortgage?.amountAsked);
  return [
    ...sums,
    {
      label: t('Paid by the bank'),
      value: loan === null ? (asked === null ? '–' : amountText(asked, locale)) : text(loan.amount),
      note:
        [mortgage?.bank, nameIn(MORTGAGE_STATES, mortgage?.state, t)].filter(Boolean).join(' · ') ||
        (mortgages === null ? null : t('no loan asked yet')),
    },
  ];
}

/** Since when: of the oldest installment that is late. */
function sinceText({ lines, asOf }: ContractFigures, { t, locale }: Words): string | null {
  const [since] = lines
    .flatMap(({ dueOn, open }) => (dueOn !== null && dueOn < asOf && isPositive(open) ? [dueOn] : []))
    .sort();
  return since === undefined ? null : t('since {date}', { date: dateText(since, locale) });
}
