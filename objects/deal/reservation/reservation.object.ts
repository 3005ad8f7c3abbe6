/** A reservation (认购): a buyer has a unit until a time, for a deposit. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { ReservationState } from '#domain/deal/deal-states.ts';
import { belongsTo, dateTime, hasMany, json, money, object, select, text } from '#kit/object.ts';

const STATES: Record<ReservationState, { label: string; color: string }> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  PENDING_APPROVAL: { label: 'Pending approval', color: 'yellow' },
  ACTIVE: { label: 'Active', color: 'orange' },
  UPGRADED: { label: 'Upgraded', color: 'amber' },
  CONVERTED: { label: 'Contract signed', color: 'green' },
  EXPIRED: { label: 'Expired', color: 'red' },
  CANCELLED_REFUND: { label: 'Cancelled', color: 'gray' },
  FORFEITED: { label: 'Deposit forfeited', color: 'crimson' },
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
      state: select('State', STATES, { initially: 'DRAFT' }),
      price: money('Agreed price'),
      depositAsked: money('Deposit asked'),
      depositPaid: money('Deposit paid'),
      reservedAt: dateTime('Reserved at'),
      validUntil: dateTime('Valid until'),
      closedAt: dateTime('Closed at'),
      closeReason: text('Reason for closing'),
      remark: text('Remark'),
      requestKey: text('Request'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      contracts: hasMany('Contract', 'contract.reservation'),
      receipts: hasMany('Receipts', 'receipt.reservation'),
      refunds: hasMany('Refunds', 'refund.reservation'),
    },
  }),
);
