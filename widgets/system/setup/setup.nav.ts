import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { pageEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(pageEntry('setup', 'Keyturn setup', 'IconListCheck'));
