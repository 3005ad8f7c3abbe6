import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { objectEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(objectEntry('engineeringChange.list', 'IconTools'));
