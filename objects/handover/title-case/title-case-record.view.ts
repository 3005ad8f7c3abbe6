import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('titleCase', {
    Case: ['name', 'contract', 'unit', 'owner', 'state', 'stateSince'],
    Blocked: ['blockReason', 'blockNote'],
    Papers: ['documentsHere', 'documentsMissing', 'taxAmount', 'taxPaidOn'],
    Deadlines: ['fileBy', 'certificateBy'],
    Progress: [
      'submittedOn',
      'registryNumber',
      'acceptedOn',
      'issuedOn',
      'certificateNumber',
      'deliveredOn',
      'receivedBy',
    ],
    Remark: ['remark'],
  }),
);
