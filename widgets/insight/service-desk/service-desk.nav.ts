import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { pageEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(pageEntry('serviceDesk', 'Service desk', 'IconHeadphones'));
