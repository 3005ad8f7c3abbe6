import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(viewEntry('right.list', 'Keyturn rights', 'IconShieldCheck'));
