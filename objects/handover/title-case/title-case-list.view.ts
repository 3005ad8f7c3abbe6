import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('titleCase', {
    name: 'All title cases',
    icon: 'IconCertificate',
    columns: [
      'name',
      'contract',
      'state',
      'stateSince',
      'blockReason',
      'documentsMissing',
      'fileBy',
      'certificateBy',
      'certificateNumber',
      'owner',
    ],
    sort: ['certificateBy', 'ASC'],
  }),
);
