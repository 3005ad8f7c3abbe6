import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('project', {
    Project: ['name', 'code', 'city', 'district'],
    'Selling rules': ['currencyCode', 'timeZone', 'holdHours', 'depositAsked'],
    'Pre-sale permit': ['permitRequired', 'permitNumber', 'permitExpiresOn'],
  }),
);
