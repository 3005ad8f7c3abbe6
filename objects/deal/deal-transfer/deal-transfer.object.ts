/** A transfer of deals (销售员转换, A052): a leaver's open work, who got what of it, and whether it went back. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, dateTime, json, object, select, text, whole } from '#kit/object.ts';
import { DEAL_TRANSFER_STAGES } from '#workflows/pipeline/deal-transfer.ts';

export default defineObject(
  object('dealTransfer', {
    label: 'Deal transfer',
    plural: 'Deal transfers',
    icon: 'IconArrowsExchange',
    description: 'Open work of one salesperson passed to colleagues, with what each of them got.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      state: select('State', DEAL_TRANSFER_STAGES, { initially: 'EXECUTED' }),
      leaver: belongsTo('From', 'workspaceMember.keyturnDealTransfers', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      receivers: text('To'),
      passed: whole('Records passed on'),
      items: json('What was passed on', { description: 'Each record with its kind and who got it.' }),
      reason: text('Reason'),
      approvedBy: text('Approved by'),
      executedAt: dateTime('Carried out at'),
      rolledBackAt: dateTime('Rolled back at'),
      movedOn: whole('Stayed at the roll back', {
        description: 'Records that had passed to somebody else since, and stayed with them.',
      }),
      activeKey: text('At work', { description: 'Keeps two transfers of one person from running at once.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
