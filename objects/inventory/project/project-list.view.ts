import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('project', {
    name: 'All projects',
    icon: 'IconBuildingCommunity',
    columns: [
      'name',
      'code',
      'city',
      'district',
      'currencyCode',
      'permitNumber',
      'permitExpiresOn',
      'depositAsked',
    ],
    sort: ['name', 'ASC'],
  }),
);
