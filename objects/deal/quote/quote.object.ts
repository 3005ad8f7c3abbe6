/** A quote (报价): what a unit would cost a buyer and how it would be paid, until a day. It keeps no unit. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, date, dateTime, flag, json, money, object, select, text, whole } from '#kit/object.ts';
import { QUOTE_STAGES } from '#workflows/pipeline/quote.ts';

const SET_NULL = { onDelete: OnDeleteAction.SET_NULL };

export default defineObject(
  object('quote', {
    label: 'Quote',
    plural: 'Quotes',
    icon: 'IconFileDollar',
    description: 'What a unit would cost a buyer and how it would be paid. It does not keep the unit.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      number: text('Number'),
      version: whole('Version'),
      state: select('State', QUOTE_STAGES, { initially: 'DRAFT' }),
      unit: belongsTo('Unit', 'unit.quotes', SET_NULL),
      buyer: belongsTo('Buyer', 'person.keyturnQuotes', SET_NULL),
      company: belongsTo('Company', 'company.keyturnQuotes', SET_NULL),
      buyerName: text('Buyers'),
      salesperson: belongsTo('Salesperson', 'workspaceMember.keyturnQuotes', SET_NULL),
      paymentPlan: belongsTo('Payment plan', 'paymentPlan.quotes', SET_NULL),
      listPrice: money('List price then'),
      price: money('Price quoted'),
      needsApproval: flag('Needs approval'),
      depositAsked: money('Deposit asked'),
      monthlyPayment: money('Monthly payment'),
      validUntil: date('Valid until'),
      sentAt: dateTime('Sent at'),
      reservation: belongsTo('Reservation', 'reservation.quotes', SET_NULL),
      closedAt: dateTime('Closed at'),
      closeReason: text('Reason for closing'),
      document: text('Document', { description: 'Name of its newest file, which lies in its Files tab.' }),
      remark: text('Remark'),
      terms: json('Terms', {
        description: 'Price step by step, installments and loan, as they were quoted.',
      }),
      draft: json('Draft', { description: 'What the deal desk finds again when it is opened.' }),
      versionKey: text('Number and version', { description: 'Keeps two versions from having one number.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
