import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('handover', {
    label: 'Keyturn Handover',
    description: 'Books handovers, inspects homes, keeps keys and titles; touches no money.',
    icon: 'IconKey',
    rights: ['handOver'],
    edits: ['inspectionTemplate', 'inspectionItem'],
    hides: ['unit.floorPrice', 'priceSchemeItem.floorPrice', 'priceSchemeItem.floorBefore'],
  }),
);
