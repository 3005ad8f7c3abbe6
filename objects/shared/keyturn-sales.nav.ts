/** The folder in the sidebar with holds, queue, prices and changes. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('sales', 'Keyturn sales office', 'IconBuildingStore'));
