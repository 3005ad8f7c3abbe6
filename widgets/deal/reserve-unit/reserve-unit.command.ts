import { defineCommandMenuItem } from 'twenty-sdk/define';
import { UNIT_TRANSITIONS } from '#domain/inventory/unit-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('reserveUnit', {
    label: 'Reserve unit',
    shortLabel: 'Reserve',
    icon: 'IconCalendarHeart',
    object: 'unit',
    widget: 'reserveUnit',
    // Those that are held are offered too: when their time is over, the next buyer may have them.
    available: whenOneIs(UNIT_TRANSITIONS, ['AVAILABLE', 'HELD', 'SMALL_RESERVED', 'LARGE_RESERVED']),
    isPinned: true,
  }),
);
