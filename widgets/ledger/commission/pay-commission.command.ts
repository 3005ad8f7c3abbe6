import { defineCommandMenuItem } from 'twenty-sdk/define';
import { COMMISSION_TRANSITIONS } from '#domain/ledger/settlement-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('payCommission', {
    label: 'Pay commission',
    shortLabel: 'Pay',
    icon: 'IconMoneybag',
    object: 'commission',
    widget: 'payCommission',
    available: whenOneMayBecome(COMMISSION_TRANSITIONS, 'PAID'),
    isPinned: true,
  }),
);
