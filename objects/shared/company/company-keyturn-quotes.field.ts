import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('company', 'keyturnQuotes', hasMany('Quotes', 'quote.company', { icon: 'IconFileDollar' })),
);
