import { defineCommandMenuItem } from 'twenty-sdk/define';
import { MORTGAGE_TRANSITIONS } from '#domain/ledger/settlement-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';
import { MOVABLE } from './mortgage-moves.ts';

export default defineCommandMenuItem(
  recordCommand('moveMortgage', {
    label: 'Move mortgage case',
    shortLabel: 'Move',
    icon: 'IconArrowRight',
    object: 'mortgageCase',
    widget: 'moveMortgage',
    available: whenOneIs(MORTGAGE_TRANSITIONS, MOVABLE),
    isPinned: true,
  }),
);
