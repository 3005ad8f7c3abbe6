import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('changeContractBuyers', {
    label: 'Ask to change the buyers',
    shortLabel: 'Change buyers',
    icon: 'IconUsers',
    object: 'contract',
    widget: 'changeContractBuyers',
    available: whenOneIs(CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES),
  }),
);
