/** What is asked for, in plain words: the payload's fields by their names, its values as people read them. */
import { METHODS } from '#widgets/ledger/methods.ts';
import { CANCEL_KINDS, REFUND_REASONS, WAIVED } from '#widgets/ledger/names.ts';
import type { ApprovableName } from '#widgets/shared/api/ledger-commands.ts';
import { amountOfDecimal, amountText } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { type Names, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import type { ApprovalSubject } from './approval-subject.ts';

export const APPROVABLE: Names<ApprovableName> = {
  waive: msg('Waiver'),
  'record-refund': msg('Refund'),
  'replan-contract': msg('Another plan or price'),
  'cancel-contract': msg('Cancellation of the contract'),
  'confirm-reservation': msg('Price of a reservation'),
  'refund-ticket': msg('Refund of earnest money'),
  'activate-price-scheme': msg('Activation of a price scheme'),
  'change-contract-unit': msg('Another unit'),
  'change-contract-buyers': msg('Other buyers'),
  'transfer-deals': msg('Transfer of deals'),
  'defer-handover-dues': msg('Deferral'),
};

type Told = { label: string; as: 'AMOUNT' | 'DATE' | 'PLAN' | 'TEXT' | Names };

const FIELDS: Record<string, Told> = {
  what: { label: msg('What is waived'), as: WAIVED },
  amount: { label: msg('Amount'), as: 'AMOUNT' },
  kind: { label: msg('Why it is cancelled'), as: CANCEL_KINDS },
  cancelledOn: { label: msg('Cancelled on'), as: 'DATE' },
  retained: { label: msg('Amount kept'), as: 'AMOUNT' },
  planId: { label: msg('Payment plan'), as: 'PLAN' },
  newPrice: { label: msg('New price'), as: 'AMOUNT' },
  price: { label: msg('Agreed price'), as: 'AMOUNT' },
  fee: { label: msg('Fee'), as: 'AMOUNT' },
  effectiveOn: { label: msg('Counts from'), as: 'DATE' },
  method: { label: msg('Method'), as: METHODS },
  refundedOn: { label: msg('Refunded on'), as: 'DATE' },
  why: { label: msg('What for'), as: REFUND_REASONS },
  externalId: { label: msg('Reference'), as: 'TEXT' },
  until: { label: msg('Deferred until'), as: 'DATE' },
  remark: { label: msg('Remark'), as: 'TEXT' },
  reason: { label: msg('Reason'), as: 'TEXT' },
};

/** What an amount means that was left out. */
const LEFT_OUT: Partial<Record<ApprovableName, readonly [field: string, text: string]>> = {
  waive: ['amount', msg('all that is open')],
  'cancel-contract': ['retained', msg('all that may be kept')],
};

/**
 * The record that it is about is told apart from these, and so is a reason that is the approval's own. Which unit
 * and which buyers a contract change is for, and who gets what of a leaver's work, a preview says.
 */
const NOT_TOLD = [
  'contractId',
  'installmentId',
  'reservationId',
  'ticketId',
  'queueTicketId',
  'priceSchemeId',
  'unitId',
  'parties',
  'fromId',
  'toIds',
  'only',
];

export function payloadFacts(subject: ApprovalSubject, words: Words): Fact[] {
  const { payload, reason, command } = subject.approval;
  const given = Object.entries(payload ?? {}).filter(
    ([field, value]) => !NOT_TOLD.includes(field) && value !== null && value !== reason,
  );
  const told = given.map(([field, value]): Fact => {
    const known = FIELDS[field];
    if (known === undefined) return [field, typeof value === 'string' ? value : JSON.stringify(value)];
    const { label } = known;
    return [words.t(label), valueText(known.as, String(value), subject, words)];
  });
  return [...told, ...leftOut(command, payload ?? {}, words)];
}

function leftOut(command: string | null, payload: object, { t }: Words): Fact[] {
  const [field, text] = LEFT_OUT[command as ApprovableName] ?? [];
  if (field === undefined || text === undefined || field in payload) return [];
  const label = FIELDS[field]?.label ?? field;
  return [[t(label), t(text)]];
}

function valueText(as: Told['as'], value: string, subject: ApprovalSubject, { t, locale }: Words): string {
  if (as === 'TEXT') return value;
  if (as === 'DATE') return dateText(value, locale);
  if (as === 'PLAN') return subject.plan ?? value;
  if (as !== 'AMOUNT') return nameIn(as, value, t) ?? value;
  const amount = amountOfDecimal(value, subject.currency);
  return amount === null ? value : amountText(amount, locale);
}
