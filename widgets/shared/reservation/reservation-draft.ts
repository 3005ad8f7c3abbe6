/** What a person enters to reserve a unit, and what is sent of it. */
import type { CommandInputs } from '#widgets/shared/api/commands.ts';
import { readDecimal } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Buyer } from '#widgets/shared/people/buyer-field.tsx';

export type ReservationDraft = {
  buyer: Buyer | null;
  price: string;
  deposit: string;
  /** `YYYY-MM-DDThh:mm` by the reader's clock; empty for the project's own rule. */
  validUntil: string;
  remark: string;
};

export const EMPTY_RESERVATION: ReservationDraft = {
  buyer: null,
  price: '',
  deposit: '',
  validUntil: '',
  remark: '',
};

export type ReservationInput = Omit<CommandInputs['deal/reserve-unit'], 'unitId'>;
export type WrongFields = Partial<Record<keyof ReservationDraft, string>>;

export function readReservation(
  draft: ReservationDraft,
  { t }: Pick<Words, 't'>,
): { input: ReservationInput | null; wrong: WrongFields } {
  const wrong: WrongFields = {};
  const price = readDecimal(draft.price);
  const depositAsked = readDecimal(draft.deposit);
  const until = draft.validUntil === '' ? null : new Date(draft.validUntil);
  if (draft.buyer === null) wrong.buyer = t('Choose who reserves the unit.');
  if (draft.price.trim() !== '' && price === null) wrong.price = t('Enter an amount such as 1250000.');
  if (draft.deposit.trim() !== '' && depositAsked === null)
    wrong.deposit = t('Enter an amount such as 50000.');
  if (until !== null && Number.isNaN(until.getTime())) wrong.validUntil = t('Enter a date and a time.');
  if (draft.buyer === null || Object.keys(wrong).length > 0) return { input: null, wrong };
  return {
    wrong,
    input: {
      ...(draft.buyer.id === null ? { buyerName: draft.buyer.name } : { buyerId: draft.buyer.id }),
      ...(price === null ? {} : { price }),
      ...(depositAsked === null ? {} : { depositAsked }),
      ...(until === null ? {} : { validUntil: until.toISOString() }),
      ...(draft.remark.trim() === '' ? {} : { remark: draft.remark.trim() }),
    },
  };
}
