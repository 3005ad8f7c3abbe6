/** The folder in the sidebar with what is set up once, and the records that an admin looks into. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('setup', 'Keyturn setup', 'IconSettings'));
