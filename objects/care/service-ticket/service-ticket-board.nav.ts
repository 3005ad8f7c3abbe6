import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(
  viewEntry('serviceTicket.board', 'Service tickets by state', 'IconLayoutKanban'),
);
