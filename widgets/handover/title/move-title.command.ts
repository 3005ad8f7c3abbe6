import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TITLE_TRANSITIONS } from '#domain/handover/title-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';
import { MOVABLE } from './title-moves.ts';

export default defineCommandMenuItem(
  recordCommand('moveTitle', {
    label: 'Move title case',
    shortLabel: 'Move',
    icon: 'IconArrowRight',
    object: 'titleCase',
    widget: 'moveTitle',
    available: whenOneIs(TITLE_TRANSITIONS, MOVABLE),
    isPinned: true,
  }),
);
