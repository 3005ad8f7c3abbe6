import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(viewEntry('project.list', 'Projects', 'IconBuildingCommunity'));
