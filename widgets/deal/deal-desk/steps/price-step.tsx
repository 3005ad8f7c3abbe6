/** At which price: discounts in the rules' order (D1), or a price agreed by hand; approvals are foretold. */
import type { DiscountAuthority } from '#domain/deal/discount-states.ts';
import { amountOf, amountText, numberText, readDecimal } from '#widgets/shared/format/amount.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { CheckField, TextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';
import { PriceVerdict } from '../parts/price-verdict.tsx';
import type { DeskRule } from '../read-desk.ts';

const WHO: Record<Exclude<DiscountAuthority, 'SALESPERSON'>, string> = {
  MANAGER: msg('a sales manager gives it'),
  APPROVAL: msg('needs an approval'),
};

export function PriceStep({ desk, words }: DeskProps) {
  const { t } = words;
  const { draft, offer, foretold } = desk;
  const { reservation } = draft;
  const { discounts = [] } = reservation;
  const isByHand = reservation.price.trim() !== '';
  const currency = foretold.price?.currency ?? '';
  const choose = (id: string, isChosen: boolean) => {
    const others = discounts.filter((one) => one !== id);
    desk.change({ reservation: { ...reservation, discounts: isChosen ? [...others, id] : others } });
  };
  const wrong = isByHand && readDecimal(reservation.price) === null;
  return (
    <div className="kt-form-group">
      <h3 className="kt-step-title">{t('At which price?')}</h3>
      {offer.rules.length === 0 ? (
        <p className="kt-hint">{t('The project offers no discounts.')}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own
        <div className="kt-discounts" role="group" aria-label={t('Discounts')}>
          <span className="kt-label">{t('Discounts, taken off in this order')}</span>
          {offer.rules.map((rule) => (
            <CheckField
              key={rule.id}
              label={ruleText(rule, words)}
              isChecked={discounts.includes(rule.id)}
              onChange={(isChosen) => choose(rule.id, isChosen)}
            />
          ))}
        </div>
      )}
      <TextField
        label={currency === '' ? t('Price agreed by hand') : `${t('Price agreed by hand')} (${currency})`}
        value={reservation.price}
        hint={t('Instead of discounts; only a sales manager may agree on one.')}
        wrong={wrong ? t('Enter an amount such as 1250000.') : null}
        onChange={(price) => desk.change({ reservation: { ...reservation, price } })}
      />
      {isByHand && discounts.length > 0 && (
        <Notice tone="bad">{t('Either discounts or a price by hand: clear one of them.')}</Notice>
      )}
      <PriceVerdict preview={foretold.price} words={words} />
    </div>
  );
}

/** "Early bird: 2 %, needs an approval" */
function ruleText({ name, percent, amount, authority }: DeskRule, { t, locale }: Words): string {
  const fixed = amountOf(amount);
  const size =
    percent !== null ? `${numberText(percent, locale, 4)}%` : fixed === null ? '' : amountText(fixed, locale);
  const label = authority === null || authority === 'SALESPERSON' ? '' : WHO[authority];
  const who = label === '' ? '' : t(label);
  return [`${name ?? '–'}`, size, who].filter((part) => part !== '').join(' · ');
}
