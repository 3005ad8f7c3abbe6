import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('company', 'keyturnParties', hasMany('Buys', 'party.company', { icon: 'IconUsers' })),
);
