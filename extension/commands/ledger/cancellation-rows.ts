/** What a cancellation does to the books (D7), as rows: taken off, kept, compensated. Writes nothing. */
import { add, formatMoney, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { RecordOf } from '#port/records.ts';
import type { Run } from '../system/command.ts';
import { type Book, currencyOf, replayBook } from './book.ts';
import type { AdjustmentRow } from './contract-changes.ts';
import { type ContractOfProject, todayOf } from './contract-of.ts';
import { type InstallmentRow, installmentRow } from './installment-rows.ts';

export type Cancellation = { paid: Money; retained: Money; compensation: Money };

/**
 * What the buyer has paid for the home and not got back: neither compensation by the seller, nor late fees,
 * nor what was collected for others. No more than this can be kept.
 */
export function paidIn(
  { contract, book }: { contract: RecordOf<'contract'>; book: Book },
  today: PlainDate,
): Money {
  const none = zero(currencyOf(contract));
  const received = book.receipts.filter(
    ({ state, method, fund }) => state === 'CLEARED' && method !== 'COMPENSATION' && fund === 'PRICE',
  );
  const refunded = book.refunds.filter(({ state }) => state === 'PAID');
  const fees = replayBook(contract, book, today).charges.map(({ feePaid }) => ({ amount: feePaid }));
  const total = (rows: readonly { amount: Money | null }[]) =>
    sum(
      rows.map(({ amount: one }) => one ?? none),
      none.currency,
    );
  return subtract(total(received), add(total(refunded), total(fees)));
}

/** Every installment is taken off in full, with its late fee: what was paid is free again. */
export function cancelledRows(
  run: Run,
  contract: ContractOfProject,
  book: Book,
  reason: string,
): AdjustmentRow[] {
  const today = todayOf(contract, run.now);
  const none = zero(currencyOf(contract));
  const { charges } = replayBook(contract, book, today);
  const known = new Set(book.adjustments.map(({ id }) => id));
  const own = book.installments.filter(({ id }) => id !== run.idFor('retention'));
  return own.flatMap((installment) => {
    const outcome = charges.find(({ id }) => id === installment.id);
    const { credited = none, fee = none, feePaid = none, feeWaived = none } = outcome ?? {};
    const row = (kind: AdjustmentRow['kind'], amount: Money): AdjustmentRow[] => {
      // What somebody else let come free after it was taken off is taken off beside.
      const names = [`${kind} ${installment.id}`, `${kind} ${installment.id} again`];
      const id = names.map((name) => run.idFor(name)).find((one) => !known.has(one));
      if (id === undefined || !isPositive(amount)) return [];
      return [
        {
          id,
          name: `${installment.name} · ${formatMoney(amount)}`,
          contractId: contract.id,
          installmentId: installment.id,
          kind,
          amount,
          effectiveOn: today,
          reason,
          askedBy: run.actor.name,
          approvedBy: run.approval?.by ?? '',
          slotKey: '',
          seal: null,
        },
      ];
    };
    return [
      ...row('LATE_FEE_WAIVER', subtract(subtract(fee, feePaid), feeWaived)),
      ...row('CANCELLATION', subtract(installment.amount ?? none, credited)),
    ];
  });
}

/** What is kept is an installment that is due at once: the buyer's own money pays it. */
export function retainedRows(
  run: Run,
  contract: ContractOfProject,
  { retained }: Pick<Cancellation, 'retained'>,
  seqAfter: number,
): InstallmentRow[] {
  if (!isPositive(retained)) return [];
  const today = todayOf(contract, run.now);
  const asked = { id: run.idFor('retention'), seq: seqAfter + 1, label: 'Retained', amount: retained };
  return [installmentRow(contract, { ...asked, dueOn: today, chargeType: 'RETENTION' }, today)];
}

/** No money that came in: what a seller in default owes beside what was paid. */
export function compensationRows(
  run: Run,
  contract: ContractOfProject,
  { compensation }: Pick<Cancellation, 'compensation'>,
  reason: string,
): RecordOf<'receipt'>[] {
  if (!isPositive(compensation)) return [];
  const today = todayOf(contract, run.now);
  return [
    {
      id: run.idFor('compensation'),
      name: `${contract.name} · compensation`,
      externalId: run.idFor('compensation'),
      contractId: contract.id,
      reservationId: null,
      queueTicketId: null,
      payerId: null,
      amount: compensation,
      allocated: zero(compensation.currency),
      method: 'COMPENSATION',
      receivedOn: today,
      valueOn: today,
      bookedOn: today,
      fund: 'PRICE',
      allowPrepayment: false,
      firstTo: null,
      source: 'HAND',
      chequeNumber: '',
      chequeDueOn: null,
      closedOn: null,
      closeReason: '',
      state: 'CLEARED',
      remark: reason,
      seal: null,
    },
  ];
}
