import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('handover', {
    Handover: ['name', 'state', 'unit', 'contract', 'batch'],
    Appointment: ['notifiedAt', 'slotAt', 'slotEndsAt', 'bookedBy', 'bookings', 'noShows', 'deemedOn'],
    'At the door': ['arrivedAt', 'cameAs', 'proxyName', 'identityChecked', 'identityCheckedBy', 'acceptedOn'],
    Keys: ['handedOverOn', 'receivedBy', 'keySets', 'signedBy', 'meterReadings'],
    Deferral: ['deferredAmount', 'deferredUntil', 'deferralApprovedBy'],
    Remark: ['remark', 'slotKey', 'linkVersion'],
  }),
);
