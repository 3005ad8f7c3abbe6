/** The application that a company installs into its Twenty workspace. */
import { defineApplication } from 'twenty-sdk/define';
import { applicationId } from '#identifiers/application.ts';

export default defineApplication({
  universalIdentifier: applicationId('application'),
  displayName: 'Keyturn',
  description:
    'New-home sales from the first enquiry to the keys: units, reservations, contracts, installments, receipts and handover.',
  author: 'Keyturn',
  category: 'Sales',
  logo: 'public/keyturn.svg',
  galleryImages: ['public/sales-control.png'],
});
