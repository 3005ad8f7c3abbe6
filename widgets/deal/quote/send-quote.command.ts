import { defineCommandMenuItem } from 'twenty-sdk/define';
import { QUOTE_TRANSITIONS } from '#domain/deal/quote-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('sendQuote', {
    label: 'Send quote',
    shortLabel: 'Send',
    icon: 'IconSend',
    object: 'quote',
    widget: 'sendQuote',
    available: whenOneMayBecome(QUOTE_TRANSITIONS, 'SENT'),
    isPinned: true,
  }),
);
