import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RELEASE_BATCH_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('drawLottery', {
    label: 'Draw lottery',
    shortLabel: 'Draw',
    icon: 'IconDice5',
    object: 'releaseBatch',
    widget: 'drawLottery',
    available: whenOneIs(RELEASE_BATCH_TRANSITIONS, ['DRAFT', 'OPEN']),
  }),
);
