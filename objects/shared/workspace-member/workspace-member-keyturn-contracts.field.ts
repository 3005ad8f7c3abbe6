import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnContracts',
    hasMany('Contracts', 'contract.salesperson', { icon: 'IconFileCertificate' }),
  ),
);
