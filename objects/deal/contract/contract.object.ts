/** A contract (合同): price, buyer and plan; its installments always add up to its price (E21.6). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { ContractState } from '#domain/deal/deal-states.ts';
import { belongsTo, date, hasMany, json, money, object, select, text } from '#kit/object.ts';

const STATES: Record<ContractState, { label: string; color: string }> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  PENDING_APPROVAL: { label: 'Pending approval', color: 'yellow' },
  SIGNED: { label: 'Signed', color: 'blue' },
  COOLING_OFF: { label: 'Cooling-off', color: 'sky' },
  EFFECTIVE: { label: 'Effective', color: 'turquoise' },
  FILED: { label: 'Filed', color: 'jade' },
  PERFORMING: { label: 'Performing', color: 'green' },
  COMPLETED: { label: 'Completed', color: 'purple' },
  CANCEL_PENDING: { label: 'Cancellation pending', color: 'orange' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
  RESCINDED: { label: 'Rescinded', color: 'brown' },
  TERMINATED: { label: 'Terminated', color: 'red' },
};

export default defineObject(
  object('contract', {
    label: 'Contract',
    plural: 'Contracts',
    icon: 'IconFileCertificate',
    description: 'The sale of a unit to a buyer, with its price and payment plan.',
    isUICreatable: false,
    fields: {
      name: text('Number'),
      unit: belongsTo('Unit', 'unit.contracts'),
      reservation: belongsTo('Reservation', 'reservation.contracts'),
      buyer: belongsTo('Buyer', 'person.keyturnContracts', { onDelete: OnDeleteAction.SET_NULL }),
      company: belongsTo('Company', 'company.keyturnContracts', { onDelete: OnDeleteAction.SET_NULL }),
      salesperson: belongsTo('Salesperson', 'workspaceMember.keyturnContracts', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      paymentPlan: belongsTo('Payment plan', 'paymentPlan.contracts'),
      state: select('State', STATES, { initially: 'DRAFT' }),
      price: money('Price'),
      paid: money('Paid'),
      prepaid: money('Prepaid', { description: 'Received and not yet allocated to an installment.' }),
      signedOn: date('Signed on'),
      completedOn: date('Completed on'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      installments: hasMany('Installments', 'installment.contract'),
      receipts: hasMany('Receipts', 'receipt.contract'),
      allocations: hasMany('Allocations', 'allocation.contract'),
      handovers: hasMany('Handover', 'handover.contract'),
    },
  }),
);
