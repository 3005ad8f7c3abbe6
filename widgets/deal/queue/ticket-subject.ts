/** A queue ticket as the forms about it show it. */
import type { TicketState } from '#domain/deal/ticket-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { type Names, nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type TicketSubject = {
  id: string;
  name: string | null;
  state: TicketState | null;
  buyerName: string | null;
  wishes: string | null;
  deadline: string | null;
  earnestAsked: StoredAmount;
  earnestPaid: StoredAmount;
  chosenUnit: { id: string; name: string | null } | null;
  releaseBatch: { id: string; name: string | null } | null;
};

const TICKET_STATES: Names<TicketState> = {
  DRAFT: msg('Draft'),
  ACTIVE: msg('In the queue'),
  CALLED: msg('Called'),
  SELECTED: msg('Has chosen'),
  MISSED: msg('Missed'),
  CANCELLED: msg('Cancelled'),
  REFUNDED: msg('Refunded'),
  CONVERTED: msg('Reservation made'),
};

export const TICKET_FIELDS = `id name state buyerName wishes deadline earnestAsked ${MONEY} earnestPaid ${MONEY}
  chosenUnit { id name } releaseBatch { id name }`;

export function readTicketSubject(id: string): Promise<TicketSubject | null> {
  return readOne<TicketSubject>('keyturnQueueTickets', TICKET_FIELDS, id);
}

export function ticketFacts(ticket: TicketSubject, { t, locale }: Words): Fact[] {
  const money = (stored: StoredAmount) => {
    const amount = amountOf(stored);
    return amount && amountText(amount, locale);
  };
  return [
    [t('Queue ticket'), ticket.name],
    [t('State'), nameIn(TICKET_STATES, ticket.state, t)],
    [t('Buyer'), ticket.buyerName],
    [t('Release batch'), ticket.releaseBatch?.name],
    [t('Wishes'), ticket.wishes],
    [t('Chosen unit'), ticket.chosenUnit?.name],
    [t('Choose until'), ticket.deadline && dateTimeText(ticket.deadline, locale)],
    [t('Earnest money asked'), money(ticket.earnestAsked)],
    [t('Earnest money paid'), money(ticket.earnestPaid)],
  ];
}

/** Why it cannot be done to a ticket in this state; the server has the last word. */
export function onlyWhen(...states: readonly TicketState[]) {
  return ({ state }: TicketSubject, { t }: Words): string | null =>
    state === null || states.includes(state)
      ? null
      : t('The ticket is “{state}” now, so this cannot be done.', {
          state: nameIn(TICKET_STATES, state, t) ?? state,
        });
}
