import { defineView } from 'twenty-sdk/define';
import { board } from '#kit/view.ts';

export default defineView(
  board('titleCase', {
    name: 'Title cases by state',
    icon: 'IconLayoutKanban',
    groupBy: 'state',
    states: ['COLLECTING', 'TAX_PAID', 'SUBMITTED', 'ACCEPTED', 'ISSUED', 'DELIVERED', 'BLOCKED'],
    columns: ['name', 'contract', 'stateSince', 'blockReason', 'certificateBy', 'owner'],
  }),
);
