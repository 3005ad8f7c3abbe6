import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('person', 'keyturnQuotes', hasMany('Quotes', 'quote.buyer', { icon: 'IconFileDollar' })),
);
