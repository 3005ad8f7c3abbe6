/** A queue ticket (排号): whose turn it is to choose a unit of a release batch (C4, D6). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { TicketState } from '#domain/deal/ticket-states.ts';
import { belongsTo, dateTime, hasMany, json, money, object, select, text, whole } from '#kit/object.ts';

const STATES: Record<TicketState, { label: string; color: string }> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  ACTIVE: { label: 'Waiting', color: 'blue' },
  CALLED: { label: 'Called', color: 'orange' },
  SELECTED: { label: 'Has chosen', color: 'yellow' },
  MISSED: { label: 'Missed', color: 'red' },
  CONVERTED: { label: 'Reserved', color: 'green' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
  REFUNDED: { label: 'Refunded', color: 'purple' },
};

export default defineObject(
  object('queueTicket', {
    label: 'Queue ticket',
    plural: 'Queue tickets',
    icon: 'IconTicket',
    description: 'Whose turn it is to choose a unit of a release batch.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      releaseBatch: belongsTo('Release batch', 'releaseBatch.queueTickets'),
      number: whole('Number'),
      state: select('State', STATES, { initially: 'DRAFT' }),
      buyer: belongsTo('Buyer', 'person.keyturnQueueTickets', { onDelete: OnDeleteAction.SET_NULL }),
      buyerName: text('Name of the buyer'),
      salesperson: belongsTo('Salesperson', 'workspaceMember.keyturnQueueTickets', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      wishes: text('Wishes'),
      callOrder: whole('Order of calling'),
      lotteryPlace: whole('Place in the lottery'),
      earnestAsked: money('Earnest money asked'),
      earnestPaid: money('Earnest money paid'),
      takenAt: dateTime('Taken at'),
      calledAt: dateTime('Called at'),
      deadline: dateTime('Choose until'),
      missedTimes: whole('Times missed'),
      chosenUnit: belongsTo('Chosen unit', 'unit.queueTickets', { onDelete: OnDeleteAction.SET_NULL }),
      reservation: belongsTo('Reservation', 'reservation.queueTickets', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      closedAt: dateTime('Closed at'),
      closeReason: text('Reason for closing'),
      numberKey: text('Batch and number'),
      buyerKey: text('Batch and buyer', {
        description: 'Of one buyer only one ticket of a batch is live; closed, it gives this up.',
      }),
      requestKey: text('Request'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      receipts: hasMany('Receipts', 'receipt.queueTicket'),
      refunds: hasMany('Refunds', 'refund.queueTicket'),
    },
  }),
);
