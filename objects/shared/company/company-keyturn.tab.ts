/** What a company has with us, on its own page. */
import { definePageLayoutTab } from 'twenty-sdk/define';
import { tabOn } from '#kit/page.ts';

export default definePageLayoutTab(
  tabOn('company', 'Keyturn', 'IconKey', {
    Reservations: 'keyturnReservations',
    Contracts: 'keyturnContracts',
  }),
);
