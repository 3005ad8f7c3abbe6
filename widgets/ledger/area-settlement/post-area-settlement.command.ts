import { defineCommandMenuItem } from 'twenty-sdk/define';
import { AREA_SETTLEMENT_TRANSITIONS } from '#domain/ledger/settlement-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('postAreaSettlement', {
    label: 'Post area settlement',
    shortLabel: 'Post',
    icon: 'IconFileCheck',
    object: 'areaSettlement',
    widget: 'postAreaSettlement',
    available: whenOneIs(AREA_SETTLEMENT_TRANSITIONS, ['CALCULATED', 'BUYER_MAY_RESCIND', 'CONFIRMED']),
    isPinned: true,
  }),
);
