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
  recordCommand('decideApproval', {
    label: 'Decide on approval',
    shortLabel: 'Decide',
    icon: 'IconUserCheck',
    object: 'approval',
    widget: 'decideApproval',
    available: whenOneIs(STATES, ['PENDING']),
    isPinned: true,
  }),
);
