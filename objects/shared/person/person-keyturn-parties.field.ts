import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('person', 'keyturnParties', hasMany('Buys', 'party.buyer', { icon: 'IconUsers' })),
);
