import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('finance', {
    label: 'Keyturn Finance',
    description: 'Records money and keeps payment plans; edits no price.',
    icon: 'IconCoins',
    rights: ['keepAccounts'],
    edits: ['paymentPlan', 'paymentPlanLine', 'contract', 'installment', 'receipt'],
  }),
);
