import { defineCommandMenuItem } from 'twenty-sdk/define';
import type { ApprovalState } from '#domain/system/audit.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

const STATES: Record<ApprovalState, null> = {
  PENDING: null,
  APPROVED: null,
  REJECTED: null,
  WITHDRAWN: null,
};

export default defineCommandMenuItem(
  recordCommand('withdrawApproval', {
    label: 'Withdraw what you asked for',
    shortLabel: 'Withdraw',
    icon: 'IconArrowBackUp',
    object: 'approval',
    widget: 'withdrawApproval',
    available: whenOneIs(STATES, ['PENDING']),
  }),
);
