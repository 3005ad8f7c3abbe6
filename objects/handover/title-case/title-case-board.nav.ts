import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(
  viewEntry('titleCase.board', 'Title cases by state', 'IconLayoutKanban'),
);
