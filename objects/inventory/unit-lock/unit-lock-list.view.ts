import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('unitLock', {
    name: 'All unit locks',
    icon: 'IconLock',
    columns: ['name', 'unit', 'holderKind', 'holderName', 'heldUntil'],
    sort: ['name', 'ASC'],
  }),
);
