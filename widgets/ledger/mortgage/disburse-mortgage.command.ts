import { defineCommandMenuItem } from 'twenty-sdk/define';
import { MORTGAGE_TRANSITIONS } from '#domain/ledger/settlement-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('disburseMortgage', {
    label: 'Record disbursement',
    shortLabel: 'Disburse',
    icon: 'IconCoins',
    object: 'mortgageCase',
    widget: 'disburseMortgage',
    available: whenOneMayBecome(MORTGAGE_TRANSITIONS, 'DISBURSED'),
  }),
);
