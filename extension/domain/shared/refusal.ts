import type { CareRefusal } from './refusal-care.ts';

/**
 * Expected refusals: a closed union that carries facts. Sentences and HTTP statuses are made of
 * them in one place (`extension/commands/system/refusal-text.ts`). Programmer errors throw.
 * Amounts are decimal strings with their currency, dates `YYYY-MM-DD`, instants ISO 8601.
 */
export type Refusal =
  | CareRefusal
  | { code: 'INVALID_INPUT'; field: string; problem: string }
  | { code: 'NOT_SIGNED_IN' }
  | { code: 'NO_RIGHT'; right: string }
  | { code: 'NOT_FOUND'; what: string; id: string }
  | { code: 'REQUEST_ID_REUSED'; requestId: string }
  | { code: 'UNIT_TAKEN'; unit: string; holder: string; until: string | null }
  | { code: 'UNIT_NOT_FOR_SALE'; unit: string; state: string }
  | { code: 'UNIT_HAS_NO_PRICE'; unit: string }
  | { code: 'UNITS_NOT_RELEASABLE'; units: { unit: string; state: string }[]; count: number }
  | { code: 'PERMIT_REQUIRED'; project: string }
  | { code: 'PERMIT_EXPIRED'; project: string; permit: string; expiredOn: string }
  | { code: 'PRICE_ABOVE_FILED'; unit: string; price: string; filed: string }
  | { code: 'PRICE_NOT_YOURS_TO_SET'; unit: string; listPrice: string }
  | { code: 'PRICE_BELOW_FLOOR'; unit: string; price: string }
  | { code: 'DEPOSIT_TOO_LOW'; unit: string; asked: string; required: string }
  | { code: 'NO_BUYER'; unit: string }
  | { code: 'RESERVATION_CLOSED'; reservation: string; state: string }
  | { code: 'RESERVATION_EXPIRED'; reservation: string; until: string }
  | { code: 'RESERVATION_STILL_VALID'; reservation: string; until: string }
  | { code: 'PLAN_DOES_NOT_ADD_UP'; plan: string; sum: string; expected: string }
  | { code: 'PLAN_LINE_INVALID'; plan: string; line: string; problem: string }
  | { code: 'PLAN_NOT_OFFERED'; plan: string }
  | { code: 'PLAN_MILESTONE_MISSING'; plan: string; milestone: string; building: string }
  | { code: 'CONTRACT_NUMBER_TAKEN'; number: string }
  | { code: 'CONTRACT_NOT_LIVE'; contract: string; state: string }
  | { code: 'MILESTONE_CERTIFIED'; milestone: string; certifiedOn: string; paidInstallments: number }
  | { code: 'EARLIER_MILESTONES_OPEN'; milestone: string; earlier: string[] }
  | {
      code: 'MILESTONE_DATES_OUT_OF_ORDER';
      milestone: string;
      certifiedOn: string;
      other: string;
      otherOn: string;
    }
  | { code: 'DATE_IN_FUTURE'; field: string; date: string; today: string }
  | { code: 'CURRENCY_MISMATCH'; expected: string; given: string }
  | { code: 'RECEIPT_ALREADY_BOOKED'; externalId: string; receipt: string }
  | { code: 'DUE_NOT_PAID'; contract: string; open: string; installments: string[] }
  | { code: 'INSTALLMENTS_WITHOUT_DUE_DATE'; contract: string; installments: string[] }
  | { code: 'ALREADY_HANDED_OVER'; contract: string; on: string }
  | { code: 'APPROVAL_REQUIRED'; command: string }
  | { code: 'APPROVAL_DECIDED'; approval: string; state: string }
  | { code: 'APPROVAL_YOUR_OWN'; approval: string }
  | { code: 'APPROVAL_CHANGED'; approval: string }
  | { code: 'STATE_NOT_ALLOWED'; what: string; from: string; to: string }
  | { code: 'AMOUNT_TOO_HIGH'; field: string; amount: string; most: string }
  | { code: 'FILE_UNREADABLE'; file: string; row: number | null; problem: string }
  | { code: 'PAYMENT_MISMATCH'; reference: string; expected: string; given: string }
  | { code: 'SIGNATURE_WRONG'; problem: string }
  | { code: 'DEPOSIT_ABOVE_CAP'; most: string; price: string }
  | { code: 'NOT_YOUR_DEAL'; what: string }
  | { code: 'UNIT_FROZEN'; unit: string }
  | { code: 'HOLD_LIMIT_REACHED'; unit: string; limit: number }
  | { code: 'TIME_OVER'; what: string; until: string }
  | { code: 'TIME_NOT_OVER'; what: string; until: string }
  | { code: 'BATCH_NOT_OPEN'; batch: string; state: string }
  | { code: 'TICKET_NEEDED'; unit: string; batch: string }
  | { code: 'TICKET_EXISTS'; buyer: string; ticket: string }
  | { code: 'TICKET_CLOSED'; ticket: string; state: string }
  | { code: 'EARNEST_NOT_PAID'; ticket: string; open: string }
  | { code: 'QUEUE_EMPTY'; batch: string }
  | { code: 'REQUEUES_USED_UP'; ticket: string; times: number }
  | { code: 'UNIT_NOT_IN_BATCH'; unit: string; batch: string }
  | { code: 'LOTTERY_DRAWN'; batch: string; at: string }
  | { code: 'LOTTERY_NOT_DRAWN'; batch: string }
  | { code: 'REFUND_IN_FULL'; ticket: string; paid: string }
  | { code: 'DISCOUNT_NOT_VALID'; discount: string; problem: string }
  | { code: 'PRICE_NOT_APPROVED'; reservation: string; price: string }
  | { code: 'EXTENSION_NOT_ALLOWED'; reservation: string; most: number; mostHours: number }
  | { code: 'UPGRADE_FIRST'; reservation: string }
  | { code: 'DEPOSIT_NOT_FORFEITABLE'; reservation: string }
  | { code: 'AREA_SETTLED'; contract: string; on: string }
  | { code: 'LOAN_RUNNING'; contract: string; bank: string; state: string }
  | { code: 'PRICE_SCHEME_INCOMPLETE'; scheme: string; prices: number; rows: number }
  | { code: 'RELEASE_BATCH_EMPTY'; batch: string }
  | { code: 'UNITS_NOT_WITHDRAWABLE'; units: { unit: string; state: string }[]; count: number }
  | { code: 'UNIT_NUMBERS_IN_TRASH'; building: string; numbers: string[] }
  | { code: 'QUOTE_INCOMPLETE'; quote: string; missing: string }
  | { code: 'QUOTE_NEEDS_APPROVAL'; quote: string; price: string }
  | { code: 'PERSON_NEEDED' }
  | { code: 'NO_WORKFLOW_PERMISSION' }
  | { code: 'SAMPLE_IN_USE'; deals: string[] }
  | {
      code: 'TITLE_BLOCKED';
      titleCase: string;
      to: string;
      obstacles: readonly { reason: string; detail: string }[];
    }
  | { code: 'TITLE_NOT_BLOCKED'; titleCase: string; reason: string }
  | { code: 'TITLE_CASE_EXISTS'; contract: string; state: string }
  | { code: 'NOT_HANDED_OVER'; contract: string }
  | { code: 'NOBODY_CONCERNED'; change: string }
  | { code: 'RESCISSION_NOT_OFFERED'; change: string }
  | { code: 'CHECKLIST_EMPTY'; template: string }
  | { code: 'INSPECTION_INCOMPLETE'; inspection: string; open: number; rooms: string[] }
  | { code: 'KEYS_NOT_THERE'; set: string; state: string; holder: string }
  | { code: 'HANDOVER_NOT_DONE'; handover: string; state: string }
  | { code: 'PHOTO_NOT_ACCEPTED'; file: string; problem: string }
  | { code: 'HANDOVER_NOT_READY'; contract: string; missing: { item: string; about: string[] }[] }
  | { code: 'HANDOVER_BATCH_EMPTY'; building: string }
  | { code: 'HANDOVER_BATCH_NOT_OPEN'; batch: string; state: string }
  | { code: 'SEATS_TOO_FEW'; seats: number; buyers: number }
  | { code: 'SLOT_NOT_OFFERED'; slot: string; batch: string }
  | { code: 'SLOT_TAKEN'; slot: string; free: string[] }
  | { code: 'BOOKING_TOO_LATE'; day: string }
  | { code: 'NO_DEEMED_DELIVERY'; handover: string }
  | { code: 'DEEMED_DELIVERY_LATER'; handover: string; from: string }
  | { code: 'DELIVERY_HELD_UP_BY_US'; handover: string; missing: string[] }
  | { code: 'LINK_SECRET_MISSING'; variable: string }
  | { code: 'LINK_NOT_VALID' }
  | { code: 'LINK_EXPIRED'; at: string }
  | { code: 'LINK_REPLACED' }
  | { code: 'BUSY'; what: string };

export type RefusalCode = Refusal['code'];

export type Decision<Plan> = { refused: Refusal } | { plan: Plan };

export function refuse(refused: Refusal): { refused: Refusal } {
  return { refused };
}

export function isRefused<Plan>(decision: Decision<Plan>): decision is { refused: Refusal } {
  return 'refused' in decision;
}
