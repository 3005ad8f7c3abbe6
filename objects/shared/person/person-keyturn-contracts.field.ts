import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'person',
    'keyturnContracts',
    hasMany('Contracts', 'contract.buyer', { icon: 'IconFileCertificate' }),
  ),
);
