import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('warrantyTerm', {
    name: 'All warranty terms',
    icon: 'IconShieldCheck',
    columns: ['name', 'project', 'part', 'length', 'lengthUnit', 'startsWith', 'remark'],
    sort: ['name', 'ASC'],
  }),
);
