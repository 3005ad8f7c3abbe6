/** A reservation (认购): a buyer has a unit until a time, for a deposit. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { DepositKind, ReservationStage } from '#domain/deal/deal-states.ts';
import { belongsTo, date, dateTime, hasMany, json, money, object, select, text, whole } from '#kit/object.ts';
import { RESERVATION_STAGES } from '#workflows/pipeline/reservation.ts';

const STAGES: Record<ReservationStage, { label: string; color: string }> = {
  SMALL: { label: 'Small deposit', color: 'amber' },
  LARGE: { label: 'Large deposit', color: 'orange' },
};

const DEPOSIT_KINDS: Record<DepositKind, { label: string; color: string }> = {
  DINGJIN: { label: 'Deposit in law', color: 'orange' },
  PREPAYMENT: { label: 'Prepayment', color: 'blue' },
};

export default defineObject(
  object('reservation', {
    label: 'Reservation',
    plural: 'Reservations',
    icon: 'IconCalendarHeart',
    description: 'A unit held for a buyer until a time, for a deposit.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      unit: belongsTo('Unit', 'unit.reservations'),
      buyer: belongsTo('Buyer', 'person.keyturnReservations', { onDelete: OnDeleteAction.SET_NULL }),
      company: belongsTo('Company', 'company.keyturnReservations', { onDelete: OnDeleteAction.SET_NULL }),
      salesperson: belongsTo('Salesperson', 'workspaceMember.keyturnReservations', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      state: select('State', RESERVATION_STAGES, { initially: 'DRAFT' }),
      stage: select('Stage', STAGES, { initially: 'LARGE' }),
      depositKind: select('Deposit is', DEPOSIT_KINDS, { initially: 'DINGJIN' }),
      listPrice: money('List price then'),
      price: money('Agreed price'),
      depositAsked: money('Deposit asked'),
      depositPaid: money('Deposit paid'),
      depositForfeited: money('Deposit forfeited'),
      reservedAt: dateTime('Reserved at'),
      validUntil: dateTime('Valid until'),
      extensions: whole('Extensions'),
      upgradedAt: dateTime('Large deposit since'),
      priceApprovedBy: text('Price approved by'),
      bundleKey: text('Bundle', { description: 'Reservations that were made together share it.' }),
      decidedBy: text('Deposit decided by'),
      decidedOn: date('Deposit decided on'),
      closedAt: dateTime('Closed at'),
      closeReason: text('Reason for closing'),
      remark: text('Remark'),
      requestKey: text('Request'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      parties: hasMany('Parties', 'party.reservation'),
      discountLines: hasMany('Discounts', 'discountLine.reservation'),
      queueTickets: hasMany('Queue tickets', 'queueTicket.reservation'),
      approvals: hasMany('Approvals', 'approval.reservation'),
      contracts: hasMany('Contract', 'contract.reservation'),
      receipts: hasMany('Receipts', 'receipt.reservation'),
      refunds: hasMany('Refunds', 'refund.reservation'),
      quotes: hasMany('Quotes', 'quote.reservation'),
    },
  }),
);
