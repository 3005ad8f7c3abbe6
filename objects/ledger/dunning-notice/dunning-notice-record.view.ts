import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('dunningNotice', {
    Notice: ['name', 'state', 'level', 'channel', 'contract', 'dunningStep'],
    Asked: ['amountDue', 'lateFeeDue', 'oldestDueOn', 'daysLate', 'payBy'],
    Progress: ['issuedOn', 'sentOn', 'remark'],
    Key: ['noticeKey'],
  }),
);
