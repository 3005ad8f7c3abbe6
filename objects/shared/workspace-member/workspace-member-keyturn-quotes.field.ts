import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnQuotes',
    hasMany('Quotes', 'quote.salesperson', { icon: 'IconFileDollar' }),
  ),
);
