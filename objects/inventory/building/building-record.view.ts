import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('building', {
    Building: ['name', 'code', 'project', 'storeys', 'plannedHandoverOn', 'permitNumber', 'permitExpiresOn'],
  }),
);
