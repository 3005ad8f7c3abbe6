import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnContractsSold',
    hasMany('Contracts sold', 'contract.soldBy', { icon: 'IconFileCertificate' }),
  ),
);
