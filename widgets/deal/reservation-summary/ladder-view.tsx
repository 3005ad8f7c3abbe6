/** The price ladder of a reservation: every step with what it takes off and what is left. */
import { isZero } from '#domain/shared/money.ts';
import { amountText, numberText } from '#widgets/shared/format/amount.ts';
import { moneyOf, shownMoney } from '#widgets/shared/format/stored-money.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { NotForYou, Section } from '#widgets/shared/record/record-parts.tsx';
import { ladderOf, type Rung } from './price-ladder.ts';
import type { ReservationPage } from './reservation-records.ts';

export function PriceLadder({ page, words }: { page: ReservationPage; words: Words }) {
  const { t, locale } = words;
  const { reservation, discounts } = page;
  const ends = { listPrice: moneyOf(reservation.listPrice), price: moneyOf(reservation.price) };
  const rungs = ladderOf(ends, discounts ?? []);
  if (rungs.length === 0) return null;
  const agreed = rungs.at(-1);
  const off = agreed?.off ?? null;
  const share =
    off === null || ends.listPrice === null || isZero(ends.listPrice)
      ? null
      : Number((off.minor * 10_000n) / ends.listPrice.minor) / 100;
  return (
    <Section
      title={t('Price')}
      aside={
        share === null || share === 0
          ? undefined
          : t('{percent} % off the list', { percent: numberText(share, locale) })
      }
    >
      {discounts === null && <NotForYou words={words} />}
      <ol className="kt-ladder">
        {rungs.map((rung) => (
          <li key={rung.key} className="kt-rung" data-kind={rung.kind}>
            <span className="kt-rung-name">{nameOf(rung, words)}</span>
            <span className="kt-rung-off kt-number">{offText(rung, words)}</span>
            <span className="kt-rung-price kt-number">{amountText(shownMoney(rung.price), locale)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function nameOf({ kind, name, percent }: Rung, { t, locale }: Words): string {
  if (kind === 'LIST') return t('List price then');
  if (kind === 'AGREED') return t('Agreed price');
  if (kind === 'OTHER') return t('Agreed beside the rules');
  return percent === null ? (name ?? '–') : `${name ?? '–'} (${numberText(percent, locale, 4)} %)`;
}

function offText({ kind, off }: Rung, { locale }: Words): string {
  if (off === null || isZero(off) || kind === 'AGREED') return '';
  const shown = amountText(shownMoney({ ...off, minor: off.minor < 0n ? -off.minor : off.minor }), locale);
  return off.minor > 0n ? `− ${shown}` : `+ ${shown}`;
}

export const LADDER_STYLE = `
.kt-ladder{list-style:none;margin:0;padding:0}
.kt-rung{display:grid;grid-template-columns:minmax(0,1fr) max-content max-content;gap:2px 16px;align-items:baseline;padding:6px 0;border-bottom:1px solid var(--kt-line)}
.kt-rung:last-child{border-bottom:0}
.kt-rung-name{overflow-wrap:anywhere}
.kt-rung-off{text-align:right;color:var(--kt-ink-soft)}
.kt-rung-price{min-width:96px;text-align:right}
.kt-rung[data-kind=AGREED]{font-weight:600;border-top:1px solid var(--kt-line-strong)}
@container kt (max-width:520px){
.kt-rung{grid-template-columns:minmax(0,1fr) max-content}
.kt-rung-off{grid-row:2;grid-column:1/-1;text-align:left;font-size:12px}
.kt-rung-off:empty{display:none}
}
`;
