/** Kit: the Keyturn folder in the sidebar; arguments of `defineNavigationMenuItem`. */
import { NavigationMenuItemType } from 'twenty-sdk/define';
import { navigationId } from '#identifiers/navigation.ts';
import { pagesId } from '#identifiers/pages.ts';
import { viewsId } from '#identifiers/views.ts';
import { objectId } from './object.ts';

/**
 * The order of the sidebar, top to bottom, in one place: what people open all day comes first.
 */
export const SIDEBAR = [
  'salesControl',
  'unit.board',
  'unit.list',
  'reservation.board',
  'reservation.list',
  'contract.list',
  'installment.list',
  'receipt.list',
  'handover.list',
  'project.list',
  'building.list',
  'unitType.list',
  'milestone.list',
  'paymentPlan.list',
  'paymentPlanLine.list',
  'allocation.list',
  'unitLock.list',
  'auditEntry.list',
  'right.list',
] as const;

export type SidebarEntry = (typeof SIDEBAR)[number];

export const KEYTURN_FOLDER = 'folder.keyturn';

export function folder(name: string, icon: string) {
  return {
    universalIdentifier: navigationId(KEYTURN_FOLDER),
    type: NavigationMenuItemType.FOLDER,
    name,
    icon,
    position: 0,
  };
}

function place(entry: SidebarEntry) {
  return {
    universalIdentifier: navigationId(`entry.${entry}`),
    position: SIDEBAR.indexOf(entry),
    folderUniversalIdentifier: navigationId(KEYTURN_FOLDER),
  };
}

/** The list of an object, under its own plural label. */
export function objectEntry(entry: SidebarEntry, icon: string) {
  return {
    ...place(entry),
    type: NavigationMenuItemType.OBJECT,
    icon,
    targetObjectUniversalIdentifier: objectId(entry.slice(0, entry.indexOf('.'))),
  };
}

export function viewEntry(entry: SidebarEntry, name: string, icon: string) {
  return {
    ...place(entry),
    type: NavigationMenuItemType.VIEW,
    name,
    icon,
    viewUniversalIdentifier: viewsId(`view.${entry}`),
  };
}

export function pageEntry(entry: SidebarEntry, name: string, icon: string) {
  return {
    ...place(entry),
    type: NavigationMenuItemType.PAGE_LAYOUT,
    name,
    icon,
    pageLayoutUniversalIdentifier: pagesId(`page.${entry}`),
  };
}
