import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnCommissions',
    hasMany('Commissions', 'commission.earner', { icon: 'IconMoneybag' }),
  ),
);
