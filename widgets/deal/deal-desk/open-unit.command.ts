import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openUnitInDesk', {
    label: 'Open in the deal desk',
    shortLabel: 'Deal desk',
    icon: 'IconDeskLamp',
    object: 'unit',
    widget: 'dealDesk',
    // What somebody holds is offered too: a quote keeps no unit, and a hold ends.
    available: whenOneIs(UNIT_TRANSITIONS, ['AVAILABLE', 'HELD', 'SMALL_RESERVED', 'LARGE_RESERVED']),
  }),
);
