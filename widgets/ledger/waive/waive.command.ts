import { defineCommandMenuItem } from 'twenty-sdk/define';
import { INSTALLMENT_TRANSITIONS } from '#domain/ledger/ledger-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('waive', {
    label: 'Ask for a waiver',
    shortLabel: 'Waiver',
    icon: 'IconDiscount',
    object: 'installment',
    widget: 'waive',
    available: whenOneIs(INSTALLMENT_TRANSITIONS, [
      'PENDING',
      'SCHEDULED',
      'DUE',
      'PARTIALLY_PAID',
      'OVERDUE',
      'PAID',
    ]),
    isPinned: true,
  }),
);
