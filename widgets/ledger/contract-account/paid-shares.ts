/** What of a contract is paid, late, due today and still to come, as parts of one whole. Pure. */
import { type Money, subtract } from '#domain/shared/money.ts';
import { amountText } from '#widgets/shared/format/amount.ts';
import { shownMoney } from '#widgets/shared/format/stored-money.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Share } from '#widgets/shared/record/record-parts.tsx';
import type { ContractFigures } from './contract-figures.ts';

/** Rounded down, so that only what is paid in full is 100. Null while nothing is asked at all. */
export function paidPercent({ totals, open }: Pick<ContractFigures, 'totals' | 'open'>): number | null {
  const whole = totals.paid.minor + open.minor;
  return whole === 0n ? null : Number((totals.paid.minor * 100n) / whole);
}

export function paidShares(figures: ContractFigures, { t, locale }: Words): Share[] {
  const { totals, due, open } = figures;
  const whole = totals.paid.minor + open.minor;
  const dueToday = subtract(due, totals.overdue);
  const share = (key: string, label: string, fill: Share['fill'], money: Money): Share => ({
    key,
    label,
    fill,
    text: amountText(shownMoney(money), locale),
    percent: whole === 0n ? 0 : Number((money.minor * 10_000n) / whole) / 100,
  });
  const shares = [
    share('PAID', t('Paid'), 'PAID', totals.paid),
    share('LATE', t('Overdue'), 'LATE', totals.overdue),
    share('DUE', t('Due today'), 'DUE', dueToday),
    share('REST', t('Not yet due'), 'REST', subtract(open, due)),
  ];
  return shares.filter(({ key, percent }) => percent > 0 || key === 'PAID');
}
