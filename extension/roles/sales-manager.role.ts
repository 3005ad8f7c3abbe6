import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('salesManager', {
    label: 'Keyturn Sales manager',
    description: 'Sells, releases units, sets prices, certifies milestones and hands over keys.',
    icon: 'IconUserStar',
    rights: ['sell', 'controlSales', 'freezeUnits', 'handOver'],
    edits: [
      'project',
      'building',
      'unitType',
      'unit',
      'milestone',
      'reservation',
      'contract',
      'handover',
      'inspectionTemplate',
      'inspectionItem',
      'releaseBatch',
      'discountRule',
      'teamMember',
    ],
    // The parties and the number of a contract change by contract change only (C4).
    // Prices come from an approved price scheme.
    locks: [
      'contract.name',
      'contract.buyer',
      'contract.company',
      'unit.listPrice',
      'unit.floorPrice',
      'unit.filedPrice',
    ],
  }),
);
