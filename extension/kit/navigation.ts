/** Kit: the folders of Keyturn in the sidebar; arguments of `defineNavigationMenuItem`. */
import { NavigationMenuItemType } from 'twenty-sdk/define';
import { navigationId } from '#identifiers/navigation.ts';
import { pagesId } from '#identifiers/pages.ts';
import { viewsId } from '#identifiers/views.ts';
import { objectId } from './object.ts';

/**
 * The sidebar, top to bottom, in one place: what people open all day comes first; what finance works
 * with and what an admin sets up have folders of their own.
 */
export const FOLDERS = {
  keyturn: [
    'myDay',
    'salesControl',
    'dealDesk',
    'unit.board',
    'unit.list',
    'reservation.board',
    'reservation.list',
    'contract.list',
    'installment.list',
    'receipt.list',
    'salesFigure.list',
  ],
  sales: [
    'quote.list',
    'approval.list',
    'unitHold.list',
    'queueTicket.board',
    'queueTicket.list',
    'party.list',
    'contractChange.list',
    'releaseBatch.list',
    'priceScheme.list',
    'priceSchemeItem.list',
    'discountRule.list',
    'discountLine.list',
    'teamMember.list',
    'dealTransfer.list',
  ],
  ledger: [
    'dunningNotice.list',
    'paymentPromise.list',
    'bankStatement.list',
    'bankStatementLine.list',
    'mortgageCase.list',
    'areaSettlement.list',
    'refund.list',
    'adjustment.list',
    'lateFeeEntry.list',
    'allocation.list',
    'paymentRequest.list',
    'gatewayEvent.list',
    'commission.list',
    'commissionPlan.list',
    'commissionTier.list',
  ],
  handover: [
    'handover.list',
    'handoverBatch.list',
    'inspection.list',
    'snag.board',
    'snag.list',
    'keySet.list',
    'titleCase.board',
    'titleCase.list',
    'engineeringChange.list',
    'changeAnswer.list',
    'inspectionTemplate.list',
    'inspectionItem.list',
  ],
  care: [
    'serviceDesk',
    'serviceTicket.board',
    'serviceTicket.list',
    'serviceLevel.list',
    'warrantyTerm.list',
  ],
  setup: [
    'setup',
    'project.list',
    'building.list',
    'unitType.list',
    'milestone.list',
    'paymentPlan.list',
    'paymentPlanLine.list',
    'dunningStep.list',
    'calendarDay.list',
    'right.list',
    'workflowInstall.list',
    'jobRun.list',
    'unitLock.list',
    'auditEntry.list',
  ],
} as const;

export type SidebarFolder = keyof typeof FOLDERS;

export type SidebarEntry = (typeof FOLDERS)[SidebarFolder][number];

export const SIDEBAR: readonly SidebarEntry[] = Object.values(FOLDERS).flat();

export function folder(key: SidebarFolder, name: string, icon: string) {
  return {
    universalIdentifier: navigationId(`folder.${key}`),
    type: NavigationMenuItemType.FOLDER,
    name,
    icon,
    // Together, between Twenty's people (1) and opportunities (2); whole numbers would mingle with Twenty's own.
    position: 1 + (Object.keys(FOLDERS).indexOf(key) + 1) / 10,
  };
}

function place(entry: SidebarEntry) {
  const [key] = Object.entries(FOLDERS).find(([, entries]) => entries.some((one) => one === entry)) ?? [];
  return {
    universalIdentifier: navigationId(`entry.${entry}`),
    position: SIDEBAR.indexOf(entry),
    folderUniversalIdentifier: navigationId(`folder.${key}`),
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
