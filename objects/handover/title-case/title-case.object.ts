/** A title case (产权办理): from the papers to the certificate in the buyer’s hands, or why it is blocked (C4). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { TITLE_BLOCKS } from '#kit/care-choices.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';
import { TITLE_CASE_STAGES } from '#workflows/pipeline/title-case.ts';

export default defineObject(
  object('titleCase', {
    label: 'Title case',
    plural: 'Title cases',
    icon: 'IconCertificate',
    description: 'From the papers to the certificate in the buyer’s hands, or why it is blocked.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.titleCases'),
      unit: belongsTo('Unit', 'unit.titleCases', { onDelete: OnDeleteAction.SET_NULL }),
      owner: belongsTo('Clerk', 'workspaceMember.keyturnTitleCases', { onDelete: OnDeleteAction.SET_NULL }),
      state: select('State', TITLE_CASE_STAGES, { initially: 'COLLECTING' }),
      stateSince: date('In this state since'),
      blockReason: select('Blocked because', TITLE_BLOCKS),
      blockNote: text('What would help'),
      stateBefore: text('State before'),
      documentsHere: text('Papers received'),
      documentsMissing: text('Papers missing'),
      taxAmount: money('Taxes'),
      taxPaidOn: date('Taxes paid on'),
      fileBy: date('File by'),
      certificateBy: date('Certificate by'),
      submittedOn: date('Submitted on'),
      registryNumber: text('Registry number'),
      acceptedOn: date('Accepted on'),
      issuedOn: date('Issued on'),
      certificateNumber: text('Certificate number'),
      deliveredOn: date('Delivered on'),
      receivedBy: text('Received by'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
