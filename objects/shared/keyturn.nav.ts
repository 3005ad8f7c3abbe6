/** The folder in the sidebar that holds everything of Keyturn. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('Keyturn', 'IconKey'));
