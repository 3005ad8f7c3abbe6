/** What a person enters to reserve a unit, and what is sent of it. */
import type { ReservationStage } from '#domain/deal/deal-states.ts';
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
  stage?: ReservationStage;
  /** Ids of the discounts chosen. */
  discounts?: readonly string[];
  /** A price below the floor is put up for approval. */
  withApproval?: boolean;
  /** Who buys with the buyer, and how much of it in percent; the buyer has the rest. */
  joint?: readonly JointBuyer[];
};

export type JointBuyer = { buyer: Buyer | null; share: string };

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
  const parties = partiesOf(draft, t);
  if (typeof parties === 'string') wrong.joint = parties;
  if (draft.buyer === null || typeof parties === 'string' || Object.keys(wrong).length > 0)
    return { input: null, wrong };
  const { stage, discounts = [], withApproval = false } = draft;
  return {
    wrong,
    input: {
      ...(draft.buyer.id === null ? { buyerName: draft.buyer.name } : { buyerId: draft.buyer.id }),
      ...(parties.length === 0 ? {} : { parties }),
      ...(stage === undefined || stage === 'LARGE' ? {} : { stage }),
      ...(discounts.length === 0 ? {} : { discountRuleIds: [...discounts] }),
      ...(withApproval ? { withApproval } : {}),
      ...(price === null ? {} : { price }),
      ...(depositAsked === null ? {} : { depositAsked }),
      ...(until === null ? {} : { validUntil: until.toISOString() }),
      ...(draft.remark.trim() === '' ? {} : { remark: draft.remark.trim() }),
    },
  };
}

const HUNDRED = 1_000_000n;

/** The share in ten-thousandths of a percent, so that no float takes part; null when it is no share. */
function shareOf(typed: string): bigint | null {
  const [, whole, fraction = ''] = /^(\d{1,2})(?:[.](\d{1,4}))?$/.exec(typed.trim()) ?? [];
  if (whole === undefined) return null;
  const share = BigInt(whole + fraction.padEnd(4, '0'));
  return share > 0n ? share : null;
}

function shareText(share: bigint): string {
  const digits = share.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** All parties with their shares, none when the buyer is alone; or what is wrong with them. */
function partiesOf(
  { buyer, joint = [] }: ReservationDraft,
  t: Words['t'],
): { buyerId: string; sharePercent: string }[] | string {
  if (joint.length === 0) return [];
  const shares = joint.map(({ share }) => shareOf(share));
  const rest = shares.reduce<bigint>((left, share) => left - (share ?? 0n), HUNDRED);
  if (shares.includes(null) || rest <= 0n) return t('Enter shares in percent that leave some to the buyer.');
  const ids = [buyer, ...joint.map((one) => one.buyer)].map((one) => one?.id ?? null);
  const known = ids.filter((id) => id !== null);
  if (known.length < ids.length) return t('Joint buyers have to be people on record.');
  if (new Set(known).size < known.length) return t('Somebody is named twice.');
  return known.map((buyerId, index) => ({
    buyerId,
    sharePercent: shareText(index === 0 ? rest : (shares[index - 1] ?? 0n)),
  }));
}
