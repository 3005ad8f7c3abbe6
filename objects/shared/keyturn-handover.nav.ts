/** The folder in the sidebar with handover, inspections, snags, keys and titles. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('handover', 'Keyturn handover', 'IconKey'));
