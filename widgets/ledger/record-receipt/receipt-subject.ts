/** What money can be received for: a contract with its open installments, a reservation's deposit, or a ticket's earnest money. */
import { TICKET_FIELDS, type TicketSubject } from '#widgets/deal/queue/ticket-subject.ts';
import { RESERVATION_FIELDS, type ReservationSubject } from '#widgets/deal/reservation-subject.ts';
import { CONTRACT_FIELDS, type ContractRecord } from '#widgets/ledger/contract-subject.ts';
import { allPages, type Connection, listField, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { type Amount, amountOf, decimalText } from '#widgets/shared/format/amount.ts';
import {
  dueBy,
  type InstallmentRecord,
  installmentsOf,
  missingBy,
  type OpenInstallment,
  openInstallments,
} from '#widgets/shared/installments/open-installments.ts';

export type ReceiptSubject =
  | { kind: 'CONTRACT'; contract: ContractRecord; installments: OpenInstallment[] }
  | { kind: 'RESERVATION'; reservation: ReservationSubject }
  | { kind: 'TICKET'; ticket: TicketSubject };

/** The menu says which record is selected but not of which object: both are asked for at once. */
export async function readReceiptSubject(id: string): Promise<ReceiptSubject | null> {
  const installments = installmentsOf(id);
  const data = await query<{
    keyturnContracts: Connection<ContractRecord>;
    keyturnReservations: Connection<ReservationSubject>;
    keyturnQueueTickets: Connection<TicketSubject>;
    keyturnInstallments: Connection<InstallmentRecord>;
  }>(`query {
    ${byId('keyturnContracts', CONTRACT_FIELDS, id)}
    ${byId('keyturnReservations', RESERVATION_FIELDS, id)}
    ${byId('keyturnQueueTickets', TICKET_FIELDS, id)}
    ${listField(installments)}
  }`);
  const contract = first(data.keyturnContracts);
  if (contract !== null) {
    const records = await allPages<InstallmentRecord>(installments, data.keyturnInstallments);
    return { kind: 'CONTRACT', contract, installments: openInstallments(records, contract.name) };
  }
  const reservation = first(data.keyturnReservations);
  if (reservation !== null) return { kind: 'RESERVATION', reservation };
  const ticket = first(data.keyturnQueueTickets);
  return ticket && { kind: 'TICKET', ticket };
}

/** What should come in today: what is due on the contract, or the rest of the deposit. Null for nothing. */
export function expectedAmount(subject: ReceiptSubject, today: string): Amount | null {
  if (subject.kind === 'CONTRACT') {
    return missingBy(dueBy(subject.installments, today), amountOf(subject.contract.prepaid));
  }
  if (subject.kind === 'TICKET') {
    return missingBy(amountOf(subject.ticket.earnestAsked), amountOf(subject.ticket.earnestPaid));
  }
  const { depositAsked, depositPaid } = subject.reservation;
  return missingBy(amountOf(depositAsked), amountOf(depositPaid));
}

export function expectedText(subject: ReceiptSubject, today: string): string {
  const expected = expectedAmount(subject, today);
  return expected === null ? '' : decimalText(expected.micros);
}

export function currencyOf(subject: ReceiptSubject): string {
  if (subject.kind === 'TICKET') return amountOf(subject.ticket.earnestAsked)?.currency ?? '';
  const { price } = subject.kind === 'CONTRACT' ? subject.contract : subject.reservation;
  return amountOf(price)?.currency ?? '';
}
