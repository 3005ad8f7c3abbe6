import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('mortgageCase', {
    name: 'All mortgage cases',
    icon: 'IconBuildingBank',
    columns: [
      'name',
      'contract',
      'bank',
      'kind',
      'state',
      'stateSince',
      'amountAsked',
      'amountApproved',
      'amountDisbursed',
      'documentsMissing',
      'owner',
    ],
    sort: ['stateSince', 'ASC'],
  }),
);
