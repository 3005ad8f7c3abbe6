/** The folder in the sidebar with what finance works with. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('ledger', 'Keyturn ledger', 'IconCoins'));
