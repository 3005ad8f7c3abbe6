/** A contract change (变更): what was changed after signing, with the money it moved and who approved it (C4). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { ContractChangeKind } from '#domain/deal/contract-change-kinds.ts';
import { belongsTo, date, dateTime, json, money, object, select, text } from '#kit/object.ts';

const KINDS: Record<ContractChangeKind, { label: string; color: string }> = {
  SWAP_UNIT: { label: 'Another unit', color: 'blue' },
  CHANGE_BUYERS: { label: 'Other buyers', color: 'purple' },
  CHANGE_PLAN: { label: 'Another plan', color: 'sky' },
  CHANGE_PRICE: { label: 'Another price', color: 'orange' },
  CANCEL: { label: 'Cancellation', color: 'red' },
};

export default defineObject(
  object('contractChange', {
    label: 'Contract change',
    plural: 'Contract changes',
    icon: 'IconReplace',
    description: 'What was changed after signing, with the money it moved and who approved it.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.contractChanges'),
      kind: select('Kind', KINDS, { initially: 'CHANGE_PLAN' }),
      effectiveOn: date('Effective on'),
      basis: text('Decided on', { description: 'What the contract was when the change was decided on.' }),
      begunAt: dateTime('Begun at'),
      executedAt: dateTime('Carried out at'),
      before: text('Before'),
      after: text('After'),
      priceBefore: money('Price before'),
      priceAfter: money('Price after'),
      unitBefore: belongsTo('Unit given back', 'unit.contractChanges', { onDelete: OnDeleteAction.SET_NULL }),
      fee: money('Fee'),
      toRefund: money('To refund'),
      reason: text('Reason'),
      askedBy: text('Asked by'),
      approvedBy: text('Approved by'),
      approvalId: text('Approval'),
      changeKey: text('Place', {
        description: 'Keeps two changes of one contract from being carried out at once.',
      }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
