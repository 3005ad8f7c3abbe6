/** What a person has chosen at the deal desk, and what is sent of it. Pure: no reading, no clock. */
import type { UnitKind, UnitState } from '#domain/inventory/unit-states.ts';
import type { CommandInputs } from '#widgets/shared/api/commands.ts';
import { decimalText, readDecimal, type StoredAmount } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import {
  EMPTY_RESERVATION,
  type ReservationDraft,
  readReservation,
} from '#widgets/shared/reservation/reservation-draft.ts';

export type DeskStep = 'UNIT' | 'BUYERS' | 'PLAN' | 'PRICE' | 'DEPOSIT';

export const STEPS: readonly DeskStep[] = ['UNIT', 'BUYERS', 'PLAN', 'PRICE', 'DEPOSIT'];

export type DeskUnit = {
  id: string;
  name: string | null;
  kind: UnitKind | null;
  floor: number | null;
  areaSquareMetres: number | null;
  listPrice: StoredAmount;
  state: UnitState | null;
  holder: string | null;
  heldUntil: string | null;
  projectId: string | null;
  buildingId: string | null;
};

export type LoanChoice = {
  amountAsked: string;
  termMonths: string;
  annualRatePercent: string;
  repayment: string;
};

export type DeskDraft = {
  step: DeskStep;
  projectId: string | null;
  unit: DeskUnit | null;
  /** Buyers, price, discounts and deposit, as the form of a reservation has them. */
  reservation: ReservationDraft;
  planId: string;
  signedOn: string;
  /** Null without a loan. */
  loan: LoanChoice | null;
  /** Last day of the quote; empty for the usual week. */
  quoteUntil: string;
};

export const EMPTY_DRAFT: DeskDraft = {
  step: 'UNIT',
  projectId: null,
  unit: null,
  reservation: EMPTY_RESERVATION,
  planId: '',
  signedOn: '',
  loan: null,
  quoteUntil: '',
};

export const FIRST_LOAN: LoanChoice = {
  amountAsked: '',
  termMonths: '360',
  annualRatePercent: '',
  repayment: 'EQUAL_INSTALLMENT',
};

/** Which steps are through: each shows a mark, and none keeps anybody from going to another one. */
export function isThrough(step: DeskStep, draft: DeskDraft): boolean {
  const { unit, reservation, planId } = draft;
  switch (step) {
    case 'UNIT':
      return unit !== null;
    case 'BUYERS':
      return reservation.buyer !== null;
    case 'PLAN':
      return planId !== '';
    case 'PRICE':
      return unit !== null && STEPS.indexOf(draft.step) > STEPS.indexOf('PRICE');
    case 'DEPOSIT':
      return false;
  }
}

export function stepAfter(step: DeskStep): DeskStep {
  return STEPS[STEPS.indexOf(step) + 1] ?? step;
}

export function stepBefore(step: DeskStep): DeskStep {
  return STEPS[STEPS.indexOf(step) - 1] ?? step;
}

export type QuoteInput = Omit<CommandInputs['deal/save-quote'], 'quoteId' | 'validUntil' | 'desk'>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What of it can be quoted; half typed amounts are left out, so that saving loses nothing else. */
export function quoteInputOf(draft: DeskDraft): QuoteInput {
  const { unit, reservation, planId, signedOn } = draft;
  const { buyer, discounts = [], stage } = reservation;
  const whole = readReservation(reservation, NO_WORDS).input;
  const price = readDecimal(reservation.price);
  const deposit = readDecimal(reservation.deposit);
  const loan = loanOf(draft.loan);
  const remark = reservation.remark.trim();
  return {
    ...(unit === null ? {} : { unitId: unit.id }),
    ...(buyer === null ? {} : buyer.id === null ? { buyerName: buyer.name } : { buyerId: buyer.id }),
    ...(whole?.parties === undefined ? {} : { parties: whole.parties }),
    ...(stage === undefined || stage === 'LARGE' ? {} : { stage }),
    ...(price === null ? {} : { price }),
    ...(discounts.length === 0 ? {} : { discountRuleIds: [...discounts] }),
    ...(deposit === null ? {} : { depositAsked: deposit }),
    ...(planId === '' ? {} : { planId }),
    ...(DATE.test(signedOn) ? { signedOn } : {}),
    ...(loan === null ? {} : { loan }),
    ...(remark === '' ? {} : { remark }),
  };
}

const NO_WORDS: Pick<Words, 't'> = { t: (message) => message };

/** Null as long as it is no loan: the amounts are checked by the rule itself. */
export function loanOf(loan: LoanChoice | null): QuoteInput['loan'] | null {
  if (loan === null) return null;
  const amount = readDecimal(loan.amountAsked);
  const rate = loan.annualRatePercent.trim().normalize('NFKC');
  const termMonths = Number(loan.termMonths);
  if (amount === null || !/^\d{1,3}(\.\d{1,4})?$/.test(rate)) return null;
  if (!Number.isInteger(termMonths) || termMonths < 1 || termMonths > 600) return null;
  const repayment = loan.repayment === 'EQUAL_PRINCIPAL' ? 'EQUAL_PRINCIPAL' : 'EQUAL_INSTALLMENT';
  return { amount, termMonths, annualRatePercent: rate, repayment };
}

export function saveInputOf(draft: DeskDraft): Omit<CommandInputs['deal/save-quote'], 'quoteId'> {
  const { quoteUntil } = draft;
  return {
    ...quoteInputOf(draft),
    ...(DATE.test(quoteUntil) ? { validUntil: quoteUntil } : {}),
    desk: { draft },
  };
}

/** The same draft whatever step it is looked at in. */
export function contentOf(draft: DeskDraft): string {
  return JSON.stringify({ ...draft, step: null, unit: draft.unit?.id ?? null });
}

/** What a saved quote's desk remembered; null when there is nothing that this desk can read. */
export function draftOf(kept: unknown): DeskDraft | null {
  const desk = (kept as { desk?: { draft?: Partial<DeskDraft> } } | null)?.desk?.draft;
  if (typeof desk !== 'object' || desk === null) return null;
  const reservation = { ...EMPTY_RESERVATION, ...desk.reservation };
  const step = STEPS.find((one) => one === desk.step) ?? 'UNIT';
  return { ...EMPTY_DRAFT, ...desk, reservation, step };
}

/** The sum that a plan leaves to the bank: what somebody would ask as a loan. */
export function loanInPlan(lines: readonly { anchor: string; amount: { micros: bigint } }[]): string {
  const micros = lines
    .filter(({ anchor }) => anchor === 'LOAN')
    .reduce((sum, { amount }) => sum + amount.micros, 0n);
  return micros === 0n ? '' : decimalText(micros);
}
