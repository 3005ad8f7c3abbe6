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
  applicationVariables: {
    KEYTURN_PAYMENT_SECRET: {
      universalIdentifier: applicationId('variable.paymentSecret'),
      isSecret: true,
      description:
        'The secret that the payment gateway signs with. Two, parted by a comma, while one replaces the other.',
    },
    KEYTURN_LINK_SECRET: {
      universalIdentifier: applicationId('variable.linkSecret'),
      isSecret: true,
      description:
        'The secret that links for buyers and contractors are signed with: 32 random characters or more. Two, parted by a comma, while the first one replaces the other.',
    },
  },
  logo: 'public/keyturn.svg',
  galleryImages: ['public/sales-control.png'],
});
