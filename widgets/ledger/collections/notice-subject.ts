/** A dunning notice as the forms about it show it. */
import type { DunningState } from '#domain/ledger/collection-states.ts';
import { DUNNING_CHANNELS, DUNNING_LEVELS, DUNNING_STATES } from '#widgets/ledger/names.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY, someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type NoticeSubject = {
  id: string;
  name: string | null;
  level: string | null;
  channel: string | null;
  state: DunningState | null;
  issuedOn: string | null;
  payBy: string | null;
  amountDue: StoredAmount;
  lateFeeDue: StoredAmount;
  sentOn: string | null;
  contract: { name: string | null; letterLanguage: string | null } | null;
};

const FIELDS = `id name level channel state issuedOn payBy amountDue ${MONEY} lateFeeDue ${MONEY} sentOn
  contract { name letterLanguage }`;

export function readNotice(id: string): Promise<NoticeSubject | null> {
  return readOne<NoticeSubject>('keyturnDunningNotices', FIELDS, id);
}

export function noticeFacts(notice: NoticeSubject, { t, locale }: Words): Fact[] {
  const date = (day: string | null) => day && dateText(day, locale);
  return [
    [t('Contract'), notice.contract?.name],
    [t('Level'), nameIn(DUNNING_LEVELS, notice.level, t)],
    [t('Channel'), nameIn(DUNNING_CHANNELS, notice.channel, t)],
    [t('State'), nameIn(DUNNING_STATES, notice.state, t)],
    [t('Overdue'), someAmount(amountOf(notice.amountDue), locale)],
    [t('Late fee'), someAmount(amountOf(notice.lateFeeDue), locale)],
    [t('Issued on'), date(notice.issuedOn)],
    [t('Pay by'), date(notice.payBy)],
    [t('Sent on'), date(notice.sentOn)],
  ];
}
