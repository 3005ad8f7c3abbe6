import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('sales', {
    label: 'Keyturn Sales',
    description: 'Reserves units and signs contracts through commands; sees prices and money, edits neither.',
    icon: 'IconUserHeart',
    rights: ['sell'],
    edits: ['reservation'],
    // Whose deal it is decides who may act on it (C5).
    locks: ['reservation.salesperson'],
    hides: ['unit.floorPrice', 'priceSchemeItem.floorPrice', 'priceSchemeItem.floorBefore'],
  }),
);
