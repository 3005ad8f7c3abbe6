/** What money is paid or refunded on: a contract, a reservation or a queue ticket, exactly one of them. Pure. */
import { type Refusal, refuse } from '#domain/shared/refusal.ts';

export type MoneySubject = { contractId?: string; reservationId?: string; queueTicketId?: string };

export function notOneSubject(input: MoneySubject): { refused: Refusal } | null {
  const given = [input.contractId, input.reservationId, input.queueTicketId].filter((id) => id !== undefined);
  const problem = 'or reservationId or queueTicketId must be given, one of them';
  return given.length === 1 ? null : refuse({ code: 'INVALID_INPUT', field: 'contractId', problem });
}

export function subjectOfMoney({ contractId, reservationId, queueTicketId }: MoneySubject) {
  if (contractId !== undefined) return { kind: 'contract', id: contractId } as const;
  if (queueTicketId !== undefined) return { kind: 'queueTicket', id: queueTicketId } as const;
  return { kind: 'reservation', id: reservationId ?? '' } as const;
}
