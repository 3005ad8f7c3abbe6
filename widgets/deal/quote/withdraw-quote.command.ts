import { defineCommandMenuItem } from 'twenty-sdk/define';
import { QUOTE_TRANSITIONS } from '#domain/deal/quote-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('withdrawQuote', {
    label: 'Withdraw quote',
    shortLabel: 'Withdraw',
    icon: 'IconFileX',
    object: 'quote',
    widget: 'withdrawQuote',
    available: whenOneMayBecome(QUOTE_TRANSITIONS, 'WITHDRAWN'),
  }),
);
