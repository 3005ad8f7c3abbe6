import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'company',
    'keyturnContracts',
    hasMany('Contracts', 'contract.company', { icon: 'IconFileCertificate' }),
  ),
);
