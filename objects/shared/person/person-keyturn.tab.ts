/** What a buyer has with us, on the person's own page. */
import { definePageLayoutTab } from 'twenty-sdk/define';
import { tabOn } from '#kit/page.ts';

export default definePageLayoutTab(
  tabOn(
    'person',
    'Keyturn',
    'IconKey',
    {
      Reservations: 'keyturnReservations',
      Contracts: 'keyturnContracts',
      Receipts: 'keyturnReceipts',
    },
    ['At a glance', 'buyerSummary'],
  ),
);
