/** A queue ticket as the forms about it show it. */
import type { TicketState } from '#domain/deal/ticket-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
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
    [t('Buyer'), ticket.buyerName],
    [t('Release batch'), ticket.releaseBatch?.name],
    [t('Wishes'), ticket.wishes],
    [t('Chosen unit'), ticket.chosenUnit?.name],
    [t('Choose until'), ticket.deadline && dateTimeText(ticket.deadline, locale)],
    [t('Earnest money asked'), money(ticket.earnestAsked)],
    [t('Earnest money paid'), money(ticket.earnestPaid)],
  ];
}
