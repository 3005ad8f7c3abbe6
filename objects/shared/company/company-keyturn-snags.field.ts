import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('company', 'keyturnSnags', hasMany('Snags', 'snag.contractor', { icon: 'IconBug' })),
);
