import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(viewEntry('unitLock.list', 'Unit locks', 'IconLock'));
