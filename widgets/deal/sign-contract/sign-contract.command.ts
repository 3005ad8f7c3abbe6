import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('signContract', {
    label: 'Sign contract',
    shortLabel: 'Sign',
    icon: 'IconFileCertificate',
    object: 'reservation',
    widget: 'signContract',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['ACTIVE']),
    isPinned: true,
  }),
);
