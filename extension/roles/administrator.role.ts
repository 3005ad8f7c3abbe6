import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('administrator', {
    label: 'Keyturn Administrator',
    description: 'Sets Keyturn up and may run every command.',
    icon: 'IconShieldCheck',
    rights: ['sell', 'controlSales', 'freezeUnits', 'keepAccounts', 'handOver', 'serve', 'administer'],
    // C5: who administers approves no business request.
    edits: [
      'project',
      'building',
      'unitType',
      'unit',
      'milestone',
      'reservation',
      'contract',
      'paymentPlan',
      'paymentPlanLine',
      'installment',
      'receipt',
      'handover',
      'inspectionTemplate',
      'inspectionItem',
      'warrantyTerm',
      'serviceLevel',
      'mortgageCase',
      'dunningStep',
      'dunningNotice',
      'paymentPromise',
      'commissionPlan',
      'commissionTier',
      'calendarDay',
      'releaseBatch',
      'discountRule',
      'teamMember',
      'right',
    ],
    // The parties and the number of a contract change by contract change only (C4).
    locks: ['contract.name', 'contract.buyer', 'contract.company'],
  }),
);
