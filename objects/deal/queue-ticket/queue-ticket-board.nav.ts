import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(
  viewEntry('queueTicket.board', 'Queue tickets by state', 'IconLayoutKanban'),
);
