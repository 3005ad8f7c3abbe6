import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('changeContractUnit', {
    label: 'Ask to change the unit',
    shortLabel: 'Change unit',
    icon: 'IconReplace',
    object: 'contract',
    widget: 'changeContractUnit',
    available: whenOneIs(CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES),
  }),
);
