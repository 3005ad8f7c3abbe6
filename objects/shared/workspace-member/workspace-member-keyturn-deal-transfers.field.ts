import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnDealTransfers',
    hasMany('Deal transfers', 'dealTransfer.leaver', { icon: 'IconArrowsExchange' }),
  ),
);
