import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(viewEntry('snag.board', 'Snags by state', 'IconLayoutKanban'));
