/** What a reservation still lacks before its contract can be signed. */
import type { Money } from '#domain/shared/money.ts';
import { compare, isPositive, subtract, zero } from '#domain/shared/money.ts';
import { amountText } from '#widgets/shared/format/amount.ts';
import { moneyOf, shownMoney } from '#widgets/shared/format/stored-money.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Section } from '#widgets/shared/record/record-parts.tsx';
import type { ReservationPage, ReservationRecord } from './reservation-records.ts';

export type Check = { key: string; isMet: boolean; text: string };

/** What is left of the deposit; null when nothing is asked or all is there. */
export function depositMissing({
  depositAsked,
  depositPaid,
}: Pick<ReservationRecord, 'depositAsked' | 'depositPaid'>): Money | null {
  const asked = moneyOf(depositAsked);
  if (asked === null) return null;
  const paid = moneyOf(depositPaid) ?? zero(asked.currency);
  return paid.currency === asked.currency && compare(paid, asked) < 0 ? subtract(asked, paid) : null;
}

export function checksOf({ reservation, parties }: ReservationPage, { t, locale }: Words): Check[] {
  const text = (money: Money) => amountText(shownMoney(money), locale);
  const missing = depositMissing(reservation);
  const asked = moneyOf(reservation.depositAsked);
  const checks: Check[] = [];
  const isPending = reservation.state === 'PENDING_APPROVAL';
  checks.push({
    key: 'PRICE',
    isMet: !isPending,
    text: isPending
      ? t('The price waits for approval by somebody else.')
      : reservation.priceApprovedBy
        ? t('The price is approved by {name}.', { name: reservation.priceApprovedBy })
        : t('The price needs no approval.'),
  });
  if (asked !== null && isPositive(asked))
    checks.push({
      key: 'DEPOSIT',
      isMet: missing === null,
      text:
        missing === null
          ? t('The deposit of {amount} is paid.', { amount: text(asked) })
          : t('{amount} of the deposit of {asked} is missing.', {
              amount: text(missing),
              asked: text(asked),
            }),
    });
  if (reservation.stage === 'SMALL')
    checks.push({
      key: 'STAGE',
      isMet: false,
      text: t('Only a small deposit: a contract needs the large one.'),
    });
  const shares = (parties ?? []).reduce(
    (sum, { sharePercent }) => sum + Math.round((sharePercent ?? 0) * 10_000),
    0,
  );
  if (parties !== null && parties.length > 1)
    checks.push({
      key: 'SHARES',
      isMet: shares === 1_000_000,
      text:
        shares === 1_000_000
          ? t('The shares of the buyers add up to 100 %.')
          : t('The shares add up to {sum} %, not to 100 %.', { sum: shares / 10_000 }),
    });
  return checks;
}

export function Checks({ checks, words: { t } }: { checks: readonly Check[]; words: Words }) {
  const open = checks.filter(({ isMet }) => !isMet).length;
  return (
    <Section title={open === 0 ? t('Nothing is missing') : t('What is missing')}>
      <ul className="kt-checks">
        {checks.map(({ key, isMet, text }) => (
          <li key={key} className="kt-check-line" data-met={isMet ? 'true' : 'false'}>
            <svg viewBox="0 0 12 12" aria-hidden={true}>
              <path
                d={
                  isMet
                    ? 'M2.5 6.4 5 9l4.8-6'
                    : 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8ZM6 3.6v3M6 8.4v.1'
                }
              />
            </svg>
            <span>
              <span className="kt-hidden">{isMet ? t('done') : t('missing')}: </span>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
