/** The folder in the sidebar with service tickets, levels and warranty. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('care', 'Keyturn service', 'IconHeadset'));
