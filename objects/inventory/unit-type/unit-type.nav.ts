import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(viewEntry('unitType.list', 'Unit types', 'IconLayout2'));
