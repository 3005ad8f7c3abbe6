import { defineCommandMenuItem } from 'twenty-sdk/define';
import { DUNNING_TRANSITIONS } from '#domain/ledger/collection-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('markNotice', {
    label: 'Mark notice',
    shortLabel: 'Mark',
    icon: 'IconMailCheck',
    object: 'dunningNotice',
    widget: 'markNotice',
    available: whenOneIs(DUNNING_TRANSITIONS, ['DRAFT', 'SENT']),
  }),
);
