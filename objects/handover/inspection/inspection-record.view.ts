import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('inspection', {
    Inspection: ['name', 'handover', 'unit', 'template', 'number', 'state', 'inspector'],
    Result: ['checkedItems', 'defects', 'isPassed', 'signedBy'],
    Time: ['startedAt', 'signedAt'],
    Remark: ['remark'],
  }),
);
