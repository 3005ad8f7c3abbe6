/** A project at a glance: stock by state, sales, money, and what construction makes due. */
import { isPositive, type Money } from '#domain/shared/money.ts';
import {
  bareMoney,
  monthText,
  percent,
  shortMoney,
  sizeOf,
  wholeMoney,
} from '#widgets/insight/board/wording.ts';
import { ColumnChart } from '#widgets/shared/charts/column-chart.tsx';
import { openRows, type Rows } from '#widgets/shared/figures/rows.ts';
import { numberText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import {
  NotForYou,
  Section,
  type Share,
  ShareBar,
  type Sum,
  Sums,
} from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { UNIT_APPEARANCE } from '#widgets/shared/unit-state/unit-appearance.ts';
import { Milestones } from './milestone-list.tsx';
import { notYet, type ProjectFigures, projectFigures } from './project-figures.ts';
import type { ProjectPage } from './project-queries.ts';

export function ProjectSummary({ subject, words, now }: RecordViewProps<ProjectPage>) {
  const { t } = words;
  const figures = projectFigures(subject, new Date(now));
  const { id } = subject.project;
  return (
    <>
      <Sums sums={sumsOf(figures, words)} />
      <Stock figures={figures} projectId={id} words={words} />
      <MoneySection figures={figures} words={words} />
      <Sales figures={figures} words={words} />
      <Section title={t('Construction milestones')}>
        <Milestones figures={figures} words={words} />
      </Section>
    </>
  );
}

function sumsOf({ stock, sales, money, currency }: ProjectFigures, words: Words): Sum[] {
  const { t, locale } = words;
  const sums: Sum[] = [];
  if (stock !== null)
    sums.push(
      { label: t('Units'), value: numberText(stock.all, locale), note: t('in all states, parking included') },
      {
        label: t('Absorption'),
        value: percent(stock.contracted.byCount, words),
        note: t('homes under contract, of those launched; {share} with reservations', {
          share: percent(stock.subscribed.byCount, words),
        }),
      },
    );
  if (sales !== null)
    sums.push(
      {
        label: t('Net sales this month'),
        value: shortMoney(sales.thisMonth.amount, words),
        note: t('{count} contracts, signed less ended', { count: sales.thisMonth.count }),
      },
      {
        label: t('Net sales in all'),
        value: shortMoney(sales.inAll.amount, words),
        note: t('{count} contracts, signed less ended', { count: sales.inAll.count }),
      },
    );
  if (money !== null)
    sums.push(
      {
        label: t('Collected'),
        value: shortMoney(money.collected, words),
        note: t('{share} of what is contracted', { share: percent(money.rate, words) }),
      },
      {
        label: t('Overdue'),
        value: shortMoney(money.overdue, words),
        tone: isPositive(money.overdue) ? 'bad' : undefined,
        note: t('as of the last nightly run'),
      },
    );
  return currency === 'XXX' ? sums.filter(({ label }) => label === t('Units')) : sums;
}

type PartProps = { figures: ProjectFigures; words: Words };

function Stock({ figures: { stock }, projectId, words }: PartProps & { projectId: string }) {
  const { t, locale } = words;
  const rowsOf = (state: string): Rows => ({
    objects: 'keyturnUnits',
    filters: [
      { field: 'project', is: 'RELATED_TO', recordId: projectId },
      { field: 'state', is: 'IS', anyOf: [state] },
    ],
  });
  return (
    <Section title={t('Stock by state')} aside={t('count and list value')}>
      {stock === null && <NotForYou words={words} />}
      {stock?.all === 0 && (
        <p className="kt-hint">{t('No units yet. Enter buildings, then generate their units.')}</p>
      )}
      {stock !== null && stock.all > 0 && (
        <>
          <div className="kt-stock-bar" aria-hidden={true}>
            {stock.states.map(({ state, count }) => (
              <span key={state} data-state={state} style={{ width: `${(count / stock.all) * 100}%` }} />
            ))}
          </div>
          <ul className="kt-stock">
            {stock.states.map(({ state, count, value }) => {
              const { label } = UNIT_APPEARANCE[state];
              return (
                <li key={state}>
                  <span className="kt-swatch" data-state={state} aria-hidden={true} />
                  <button type="button" className="kt-record-link" onClick={() => openRows(rowsOf(state))}>
                    {t(label)}
                  </button>
                  <span className="kt-number kt-strong">{numberText(count, locale)}</span>
                  <span className="kt-number kt-soft">{shortMoney(value, words)}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Section>
  );
}

function Sales({ figures: { sales }, words }: PartProps) {
  const { t } = words;
  if (sales === null)
    return (
      <Section title={t('Net sales by month')}>
        <NotForYou words={words} />
      </Section>
    );
  return (
    <ColumnChart
      title={t('Net sales by month')}
      description={t('Amount of the contracts signed in the month, less those ended in it')}
      empty={t('Nothing was signed in the last twelve months.')}
      names={[t('Month'), t('Amount')]}
      points={sales.months.map(({ month, net }) => ({
        key: month,
        label: monthText(month, words),
        value: sizeOf(net.amount),
        text: net.count === 0 ? '–' : bareMoney(net.amount, words),
      }))}
    />
  );
}

function MoneySection({ figures: { money }, words }: PartProps) {
  const { t } = words;
  return (
    <Section
      title={t('Money')}
      aside={
        money === null ? undefined : t('{amount} contracted', { amount: wholeMoney(money.contracted, words) })
      }
    >
      {money === null ? (
        <NotForYou words={words} />
      ) : (
        <ShareBar label={t('Money')} shares={moneyShares(money, words)} />
      )}
    </Section>
  );
}

function moneyShares(money: NonNullable<ProjectFigures['money']>, words: Words): Share[] {
  const { t } = words;
  const rest = notYet(money);
  const whole = money.collected.minor + money.overdue.minor + rest.minor;
  const share = (key: string, label: string, fill: Share['fill'], amount: Money): Share => ({
    key,
    label,
    fill,
    text: wholeMoney(amount, words),
    percent: whole <= 0n ? 0 : Number((amount.minor * 10_000n) / whole) / 100,
  });
  return [
    share('COLLECTED', t('Collected'), 'PAID', money.collected),
    share('OVERDUE', t('Overdue'), 'LATE', money.overdue),
    share('REST', t('Not yet due'), 'REST', rest),
  ];
}

export const PROJECT_STYLE = `
.kt-stock-bar{display:flex;height:22px;border-radius:4px;overflow:hidden;background:var(--kt-pressed);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.kt-stock-bar span{min-width:2px;background:var(--kt-pattern),var(--kt-state-ground);box-shadow:inset 0 0 0 1px var(--kt-state-line)}
.kt-stock{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,250px),1fr));gap:4px 32px;list-style:none}
.kt-stock li{display:grid;grid-template-columns:26px minmax(0,1fr) max-content minmax(84px,max-content);gap:8px;align-items:center}
.kt-stock li>:last-child{text-align:right}
.kt-stock .kt-record-link{color:inherit;font-weight:400}
`;
