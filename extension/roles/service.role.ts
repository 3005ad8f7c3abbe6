import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('service', {
    label: 'Keyturn Service',
    description: 'Serves customers after the sale: tickets, warranty and answers; sees deals and edits none.',
    icon: 'IconHeadset',
    rights: ['serve'],
    edits: ['warrantyTerm', 'serviceLevel'],
    hides: ['unit.floorPrice', 'priceSchemeItem.floorPrice', 'priceSchemeItem.floorBefore'],
  }),
);
