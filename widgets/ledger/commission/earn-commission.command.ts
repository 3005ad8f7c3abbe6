import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('earnCommission', {
    label: 'Work out commission',
    shortLabel: 'Commission',
    icon: 'IconPercentage',
    object: 'contract',
    widget: 'earnCommission',
    available: whenOneIs(CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES),
  }),
);
