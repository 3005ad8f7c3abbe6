import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('receipt', {
    Receipt: ['name', 'state', 'contract', 'reservation', 'payer'],
    Money: ['amount', 'allocated', 'method', 'receivedOn', 'valueOn', 'bookedOn', 'externalId', 'source'],
    Allocation: ['fund', 'allowPrepayment', 'firstTo'],
    Cheque: ['chequeNumber', 'chequeDueOn'],
    'Taken back': ['closedOn', 'closeReason'],
    Remark: ['remark'],
  }),
);
