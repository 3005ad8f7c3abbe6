import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('snag', {
    Snag: ['name', 'unit', 'room', 'category', 'severity', 'state', 'description'],
    Contractor: ['contractor', 'dueAt', 'assignedAt', 'fixedAt', 'fixNote'],
    Verification: ['verifiedAt', 'verifiedBy', 'declineReason', 'reopened'],
    Photos: ['photosBefore', 'photosAfter'],
    Found: ['foundAt', 'foundBy', 'handover', 'inspection', 'serviceTicket'],
    Clock: ['pausedAt', 'pausedMinutes'],
  }),
);
