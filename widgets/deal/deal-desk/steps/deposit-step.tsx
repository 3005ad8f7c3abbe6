/** The deposit, and how the deal ends today: reserved, quoted, or left for later. */
import { useState } from 'react';
import { amountText } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { answerText } from '#widgets/shared/parts/failure-text.ts';
import { ChoiceField, DateField, MomentField, TextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { type ReservationDraft, readReservation } from '#widgets/shared/reservation/reservation-draft.ts';
import type { DeskProps } from '../deal-desk-view.tsx';
import { PriceVerdict } from '../parts/price-verdict.tsx';
import type { QuoteLanguage } from '../use-posting.ts';

export function DepositStep(props: DeskProps) {
  const { desk, words } = props;
  const { t, locale } = words;
  const { foretold, posting, draft } = desk;
  const { reservation } = draft;
  const [isTried, setIsTried] = useState(false);
  const { input, wrong } = readReservation(reservation, words);
  const shown = isTried ? wrong : {};
  const currency = foretold.price?.currency ?? '';
  const deposit = foretold.price?.deposit ?? null;
  const until = foretold.price?.until ?? null;
  const change = (to: Partial<ReservationDraft>) => desk.change({ reservation: { ...reservation, ...to } });
  const reserve = () => {
    setIsTried(true);
    if (input !== null) void posting.reserve(draft, input, foretold.price?.needsApproval ?? false);
  };
  return (
    <div className="kt-form-group">
      <h3 className="kt-step-title">{t('Deposit and close')}</h3>
      <div className="kt-form-row">
        <ChoiceField
          label={t('Stage')}
          value={reservation.stage ?? 'LARGE'}
          choices={[
            ['LARGE', t('Large deposit')],
            ['SMALL', t('Small deposit')],
          ]}
          onChange={(stage) => change({ stage: stage === 'SMALL' ? 'SMALL' : 'LARGE' })}
        />
        <TextField
          label={currency === '' ? t('Deposit asked') : `${t('Deposit asked')} (${currency})`}
          value={reservation.deposit}
          hint={
            deposit === null
              ? t('Empty: as the project asks')
              : t('{amount} will be asked', { amount: amountText(deposit, locale) })
          }
          wrong={shown.deposit ?? null}
          onChange={(typed) => change({ deposit: typed })}
        />
      </div>
      <div className="kt-form-row">
        <MomentField
          label={t('Reserved until')}
          value={reservation.validUntil}
          hint={
            until === null || reservation.validUntil !== ''
              ? t('Empty: as long as the project allows')
              : t('Empty: until {until}', { until: dateTimeText(until, locale) })
          }
          wrong={shown.validUntil ?? null}
          onChange={(validUntil) => change({ validUntil })}
        />
        <TextField label={t('Remark')} value={reservation.remark} onChange={(remark) => change({ remark })} />
      </div>
      {(shown.buyer ?? shown.joint ?? shown.price) && (
        <Notice tone="bad">{shown.buyer ?? shown.joint ?? shown.price}</Notice>
      )}
      <PriceVerdict preview={foretold.price} words={words} />
      {posting.failed !== null && <Notice tone="bad">{answerText(posting.failed, words)}</Notice>}
      <div className="kt-ways">
        <div className="kt-way">
          <p className="kt-hint">{t('Takes the unit: nobody else can have it until then.')}</p>
          <Button look="primary" isDisabled={posting.isBusy || draft.unit === null} onPress={reserve}>
            {posting.isBusy ? t('Working…') : t('Reserve unit')}
          </Button>
        </div>
        <QuoteWay {...props} />
      </div>
    </div>
  );
}

/** A quote keeps no unit, and says so before it is sent. */
function QuoteWay({ desk, words }: DeskProps) {
  const { t } = words;
  const { posting, draft, foretold } = desk;
  const [language, setLanguage] = useState<QuoteLanguage | 'BOTH'>(
    words.locale.startsWith('zh') ? 'zh-CN' : 'en',
  );
  const languages: QuoteLanguage[] = language === 'BOTH' ? ['en', 'zh-CN'] : [language];
  return (
    <div className="kt-way">
      <p className="kt-hint">
        {t('A quote as PDF keeps no unit: it says the price until a day, as long as the unit is free.')}
      </p>
      <div className="kt-form-row">
        <DateField
          label={t('Quote valid until')}
          value={draft.quoteUntil}
          hint={t('Empty: a week')}
          onChange={(quoteUntil) => desk.change({ quoteUntil })}
        />
        <ChoiceField
          label={t('Language')}
          value={language}
          choices={[
            ['en', 'English'],
            ['zh-CN', '简体中文'],
            ['BOTH', t('Both')],
          ]}
          onChange={(value) => setLanguage(value === 'zh-CN' ? 'zh-CN' : value === 'BOTH' ? 'BOTH' : 'en')}
        />
      </div>
      <Button
        isDisabled={posting.isBusy || draft.unit === null || foretold.price?.needsApproval === true}
        onPress={() => void posting.send(draft, languages)}
      >
        {posting.isBusy ? t('Working…') : t('Send quote')}
      </Button>
    </div>
  );
}
