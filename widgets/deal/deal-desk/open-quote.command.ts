import { defineCommandMenuItem } from 'twenty-sdk/define';
import { QUOTE_TRANSITIONS } from '#domain/deal/quote-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openQuoteInDesk', {
    label: 'Open in the deal desk',
    shortLabel: 'Deal desk',
    icon: 'IconDeskLamp',
    object: 'quote',
    widget: 'dealDesk',
    // What is over may be quoted anew: it becomes a new version.
    available: whenOneIs(QUOTE_TRANSITIONS, ['DRAFT', 'SENT', 'EXPIRED', 'WITHDRAWN']),
    isPinned: true,
  }),
);
