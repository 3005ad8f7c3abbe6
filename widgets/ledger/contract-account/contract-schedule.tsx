/** The installments of a contract: what each asks, what of it is paid, late and open. */
import { useState } from 'react';
import type { AccountLine } from '#domain/ledger/account.ts';
import type { InstallmentState } from '#domain/ledger/ledger-states.ts';
import { isPositive, type Money, sum } from '#domain/shared/money.ts';
import { daysBetween } from '#domain/shared/plain-date.ts';
import { ANCHORS, INSTALLMENT_STATES } from '#widgets/ledger/names.ts';
import { amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { shownMoney } from '#widgets/shared/format/stored-money.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { More, RecordLink, Section } from '#widgets/shared/record/record-parts.tsx';
import type { ContractFigures } from './contract-figures.ts';
import type { ContractSubject } from './contract-records.ts';

type ContractScheduleProps = { figures: ContractFigures; subject: ContractSubject; words: Words };

/** Beyond this the settled ones at the top are folded away until somebody asks for them. */
const MOST = 14;

export function ContractSchedule({ figures, subject, words }: ContractScheduleProps) {
  const { t } = words;
  const [isWhole, setIsWhole] = useState(false);
  const { lines } = figures;
  if (lines.length === 0) return null;
  const firstOpen = lines.findIndex(({ state }) => !SETTLED.includes(state));
  const from =
    isWhole || lines.length <= MOST ? 0 : Math.max(0, firstOpen === -1 ? lines.length - MOST : firstOpen - 1);
  const shown = isWhole ? lines : lines.slice(from, from + MOST);
  const hidden = lines.length - shown.length;
  return (
    <Section title={t('Schedule')} aside={t('As of {time}', { time: dateText(figures.asOf, words.locale) })}>
      <table className="kt-table kt-schedule">
        <thead>
          <tr>
            <th scope="col">{t('No.')}</th>
            <th scope="col">{t('Installment')}</th>
            <th scope="col">{t('Due on')}</th>
            <th scope="col" data-align="end">
              {t('Amount')}
            </th>
            <th scope="col" data-align="end">
              {t('Paid')}
            </th>
            <th scope="col" data-align="end">
              {t('Late fee')}
            </th>
            <th scope="col" data-align="end">
              {t('Open')}
            </th>
            <th scope="col">{t('State')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Line key={line.id} line={line} figures={figures} subject={subject} words={words} />
          ))}
        </tbody>
        <Totals figures={figures} words={words} />
      </table>
      {hidden > 0 && (
        <Button size="small" onPress={() => setIsWhole(true)}>
          {t('Show all {count} installments', { count: lines.length })}
        </Button>
      )}
      <More
        shown={subject.installments?.length ?? 0}
        total={subject.totals.installments}
        rows={{
          objects: 'keyturnInstallments',
          filters: [{ field: 'contract', is: 'RELATED_TO', recordId: subject.contract.id }],
        }}
        words={words}
      />
    </Section>
  );
}

const SETTLED: readonly InstallmentState[] = ['PAID', 'WAIVED', 'CANCELLED'];

type LineProps = { line: AccountLine; figures: ContractFigures; subject: ContractSubject; words: Words };

function Line({ line, figures, subject, words }: LineProps) {
  const { t, locale } = words;
  const some = (money: Money) => (isPositive(money) ? amountText(shownMoney(money), locale) : '');
  const label = INSTALLMENT_STATES[line.state];
  return (
    <tr data-state-of={line.state}>
      <td className="kt-schedule-number">{line.number}</td>
      <td className="kt-schedule-name">
        <RecordLink object="keyturnInstallment" id={line.id}>
          {line.label || '–'}
        </RecordLink>
      </td>
      <td className="kt-schedule-due">
        {line.dueOn === null ? (
          <span className="kt-soft">{waitsFor(line, subject, words)}</span>
        ) : (
          dateText(line.dueOn, locale)
        )}
      </td>
      <td data-align="end" data-label={t('Amount')}>
        {amountText(shownMoney(line.amount), locale)}
      </td>
      <td data-align="end" data-label={t('Paid')}>
        {some(line.paid)}
      </td>
      <td data-align="end" data-label={t('Late fee')} className={isPositive(line.lateFee) ? 'kt-bad' : ''}>
        {some(line.lateFee)}
      </td>
      <td data-align="end" data-label={t('Open')} className="kt-schedule-open">
        {some(line.open)}
      </td>
      <td className="kt-schedule-state">
        <span className="kt-chip" data-tone={TONES[line.state] ?? 'plain'}>
          {t(label)}
          {line.state === 'OVERDUE' &&
            line.dueOn !== null &&
            ` · ${t('{days} d', { days: daysBetween(line.dueOn, figures.asOf) })}`}
        </span>
      </td>
    </tr>
  );
}

const TONES: Partial<Record<InstallmentState, 'good' | 'bad' | 'now'>> = {
  PAID: 'good',
  OVERDUE: 'bad',
  DUE: 'now',
};

/** What gives an installment its date that has none yet. */
function waitsFor({ id }: AccountLine, { installments }: ContractSubject, { t }: Words): string {
  const anchor = installments?.find((one) => one.id === id)?.anchor ?? null;
  if (anchor === 'HANDOVER') return t('with the keys');
  if (anchor === null || anchor === 'DATE' || anchor === 'SIGNING') return t('not yet dated');
  const label = ANCHORS[anchor];
  return t(label);
}

function Totals({
  figures: { lines, currency },
  words: { t, locale },
}: {
  figures: ContractFigures;
  words: Words;
}) {
  const total = (part: 'amount' | 'paid' | 'lateFee' | 'open') =>
    amountText(
      shownMoney(
        sum(
          lines.map((line) => line[part]),
          currency,
        ),
      ),
      locale,
    );
  return (
    <tfoot>
      <tr>
        <td />
        <td className="kt-schedule-name">{t('Total')}</td>
        <td />
        <td data-align="end" data-label={t('Amount')}>
          {total('amount')}
        </td>
        <td data-align="end" data-label={t('Paid')}>
          {total('paid')}
        </td>
        <td data-align="end" data-label={t('Late fee')}>
          {total('lateFee')}
        </td>
        <td data-align="end" data-label={t('Open')} className="kt-schedule-open">
          {total('open')}
        </td>
        <td />
      </tr>
    </tfoot>
  );
}

export const SCHEDULE_STYLE = `
.kt-schedule .kt-record-link{color:inherit;font-weight:400;min-height:0}
.kt-schedule td{vertical-align:middle}
.kt-schedule [data-state-of=OVERDUE] .kt-schedule-due{color:var(--kt-bad)}
.kt-schedule [data-state-of=PAID],.kt-schedule [data-state-of=WAIVED],.kt-schedule [data-state-of=CANCELLED]{color:var(--kt-ink-soft)}
.kt-schedule-open{font-weight:600}
.kt-schedule-number{color:var(--kt-ink-soft)}
@container kt (max-width:620px){
.kt-schedule,.kt-schedule tbody,.kt-schedule tfoot{display:block}
.kt-schedule thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.kt-schedule tr{display:grid;grid-template-columns:1fr 1fr;gap:2px 16px;padding:8px 0;border-bottom:1px solid var(--kt-line)}
.kt-schedule td{display:block;padding:0;border:0}
.kt-schedule td:empty,.kt-schedule .kt-schedule-number{display:none}
.kt-schedule .kt-schedule-name{font-weight:500}
.kt-schedule .kt-schedule-state,.kt-schedule .kt-schedule-due{text-align:right}
.kt-schedule .kt-schedule-due{order:-1;grid-column:2}
.kt-schedule .kt-schedule-name{order:-2;grid-column:1}
.kt-schedule .kt-schedule-state,.kt-schedule tfoot .kt-schedule-name{grid-column:1/-1;text-align:left}
.kt-schedule [data-align=end]{display:flex;justify-content:space-between;gap:8px;text-align:right}
.kt-schedule [data-align=end]::before{content:attr(data-label);color:var(--kt-ink-soft);font-weight:400;font-size:12px}
}
`;
