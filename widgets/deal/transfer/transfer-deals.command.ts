import { defineCommandMenuItem } from 'twenty-sdk/define';
import { globalCommand } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  globalCommand('transferDeals', {
    label: 'Ask to transfer the deals of a colleague',
    shortLabel: 'Transfer deals',
    icon: 'IconArrowsExchange',
    widget: 'transferDeals',
  }),
);
