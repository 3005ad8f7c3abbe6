import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openTitle', {
    label: 'Open title case',
    shortLabel: 'Title',
    icon: 'IconCertificate',
    object: 'contract',
    widget: 'openTitle',
    available: whenOneIs(CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES),
  }),
);
