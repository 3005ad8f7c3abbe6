/**
 * Who is calling (A101): a phone system tells a number and is answered with the people it belongs to, their open
 * deals, what they owe and their tickets, in one request to Twenty (a contract with more than sixty installments takes
 * another one). Of a number that nobody has a ticket is opened when it is asked for, since people are entered by
 * people: the app may not write into Twenty's own.
 *
 * Changes: a ticket, by `open-ticket`. Guard: the call's own id makes the request. After a crash: asked again, the
 * same call goes on.
 */
import * as z from 'zod/mini';
import {
  endingOf,
  isSamePhone,
  OPEN_TICKETS,
  type Phone,
  readPhone,
  ticketTitle,
} from '#domain/care/index.ts';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { formatMoney, type Money, subtract } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Callers, PhoneBook, PhoneEntry } from '#port/phone-book.ts';
import type { RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { carryOut } from '../system/carry-out.ts';
import { requiredText } from '../system/input.ts';
import { derivedId } from '../system/request-ids.ts';
import { openTicket } from './open-ticket.ts';

export const popSchema = z.object({
  number: requiredText.check(z.maxLength(60, 'must have at most 60 characters')),
  /** The country that numbers without one are of: "86". */
  callingCode: z.optional(z.string().check(z.regex(/^\+?\d{1,3}$/, 'must be like 86'))),
  /** The phone system's own name of the call. */
  callId: z.optional(requiredText.check(z.maxLength(100, 'must have at most 100 characters'))),
  /** Of a number that nobody has, opens a ticket; it needs `callId`. */
  create: z.optional(z.boolean('must be true or false')),
});

export type CallPop = z.infer<typeof popSchema>;
export type Answering = { store: Store; clock: Clock; phoneBook: PhoneBook };

type Line = { id: string; name: string; path: string };
export type Popped = {
  number: string;
  people: (Line & {
    deals: (Line & { state: string })[];
    dues: { name: string; open: string; dueOn: string | null }[];
    tickets: (Line & { state: string })[];
  })[];
  /** Several people have this number: ask who it is. */
  isAmbiguous: boolean;
  /** What the phone system opens: the person, or the ticket that was made. Empty for a number that nobody has. */
  open: string;
  /** The command that takes this call down, for a number that nobody has. */
  quickCreate: { command: string; input: Record<string, string> } | null;
};

const MOST_PEOPLE = 20;
const OPEN = {
  contract: LIVE_CONTRACT_STATES,
  reservation: ['ACTIVE', 'PENDING_APPROVAL'],
  serviceTicket: OPEN_TICKETS,
} as const;
/** What is asked of somebody who calls. */
const DUE: readonly RecordOf<'installment'>['state'][] = ['DUE', 'PARTIALLY_PAID', 'OVERDUE'];
const PHONE_SYSTEM = { memberId: null, name: 'Phone system' };
const pathOf = (object: string, id: string) => `/object/${object}/${id}`;

export async function popCall(answering: Answering, call: CallPop): Promise<Decision<Popped>> {
  const code = (call.callingCode ?? '').replace('+', '');
  const phone = readPhone(call.number, code);
  if (phone === null)
    return refuse({ code: 'INVALID_INPUT', field: 'number', problem: 'is no phone number' });
  const listed = await answering.phoneBook.endingWith(endingOf(phone), OPEN, MOST_PEOPLE);
  const people = listed.people.filter((one) => hasNumber(one, phone, code));
  const number = phone.international === null ? phone.national : `+${phone.international}`;
  if (people.length === 0) return unknown(answering, call, number);
  const dues = await duesOf(answering.store, listed, people);
  const known = people.map((one) => shownOf(one, listed, dues));
  const [first] = known;
  const isAmbiguous = known.length > 1;
  return {
    plan: {
      number,
      people: known,
      isAmbiguous,
      open: isAmbiguous ? '' : (first?.path ?? ''),
      quickCreate: null,
    },
  };
}

function hasNumber({ numbers }: PhoneEntry, phone: Phone, code: string): boolean {
  return numbers.some((written) => {
    const own = readPhone(written, code);
    return own !== null && isSamePhone(own, phone);
  });
}

/** Those that came along, and of contracts with more of them all. */
async function duesOf(
  store: Store,
  { contracts, installments, cutShort }: Callers,
  people: readonly PhoneEntry[],
) {
  const own = new Set(people.map(({ id }) => id));
  const ids = contracts.filter(({ buyerId }) => own.has(buyerId ?? '')).map(({ id }) => id);
  const long = cutShort.filter((id) => ids.includes(id));
  const whole = installments.filter(({ contractId }) => !long.includes(contractId ?? ''));
  if (long.length === 0) return sorted(whole);
  const { rest } = await store.read({
    rest: { object: 'installment', filter: { contractId: { in: long }, state: { in: DUE } } },
  });
  return sorted([...whole, ...rest]);
}

function sorted(installments: readonly RecordOf<'installment'>[]): RecordOf<'installment'>[] {
  const due = installments.filter(({ state }) => DUE.includes(state));
  return due.sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
}

function shownOf(
  { id, name }: PhoneEntry,
  { contracts, reservations, tickets }: Callers,
  dues: readonly RecordOf<'installment'>[],
): Popped['people'][number] {
  const own = contracts.filter(({ buyerId }) => buyerId === id);
  const contractIds = new Set(own.map((contract) => contract.id));
  const deals = [
    ...own.map((one) => lineOf('keyturnContract', one)),
    ...reservations.filter(({ buyerId }) => buyerId === id).map((one) => lineOf('keyturnReservation', one)),
  ];
  const asked = tickets.filter(({ customerId }) => customerId === id);
  return {
    id,
    name,
    path: pathOf('person', id),
    deals,
    dues: dues.filter(({ contractId }) => contractIds.has(contractId ?? '')).map(dueOf),
    tickets: asked.map((one) => ({ ...lineOf('keyturnServiceTicket', one), name: ticketTitle(one) })),
  };
}

function lineOf(object: string, { id, name, state }: { id: string; name: string; state: string }) {
  return { id, name, state, path: pathOf(object, id) };
}

function dueOf({ name, amount, paid, credited, dueOn }: RecordOf<'installment'>) {
  const less = (sum: Money, part: Money | null) => (part === null ? sum : subtract(sum, part));
  const open = amount === null ? null : less(less(amount, paid), credited);
  return { name, dueOn, open: open === null ? '' : `${formatMoney(open)} ${open.currency}` };
}

async function unknown(
  { store, clock }: Answering,
  { callId, create }: CallPop,
  number: string,
): Promise<Decision<Popped>> {
  const input = {
    kind: 'ENQUIRY',
    channel: 'PHONE',
    subject: `Call from ${number}`,
    contactPhone: number,
  } as const;
  const nobody: Popped = {
    number,
    people: [],
    isAmbiguous: false,
    open: '',
    quickCreate: { command: 'care/open-ticket', input },
  };
  if (create !== true) return { plan: nobody };
  if (callId === undefined)
    return refuse({
      code: 'INVALID_INPUT',
      field: 'callId',
      problem: 'must be given to take down a call once',
    });
  const context = { store, clock, actor: PHONE_SYSTEM, rights: new Set(['serve' as const]) };
  const opened = await carryOut(openTicket, context, {
    requestId: derivedId('call', callId, number),
    ...input,
  });
  if (isRefused(opened)) return opened;
  const open = pathOf('keyturnServiceTicket', String(opened.plan.result.serviceTicketId));
  return { plan: { ...nobody, open, quickCreate: null } };
}
