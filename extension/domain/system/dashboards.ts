/**
 * The dashboards that Keyturn brings, and what to do about each in a workspace: a layout comes with every
 * installation, the dashboard that shows it is a record of the workspace, which an admin may rename or delete.
 */
export type DashboardKey =
  | 'sales'
  | 'funnel'
  | 'collections'
  | 'inventory'
  | 'mortgage'
  | 'handover'
  | 'title'
  | 'service'
  | 'team'
  | 'executive';

/** How a dashboard is called when it is made; from then on its name is the workspace's. */
export const DASHBOARDS: Record<DashboardKey, { en: string; 'zh-CN': string }> = {
  executive: { en: 'Keyturn: Executive', 'zh-CN': 'Keyturn：经营总览' },
  sales: { en: 'Keyturn: Sales', 'zh-CN': 'Keyturn：销售' },
  funnel: { en: 'Keyturn: Funnel', 'zh-CN': 'Keyturn：销售漏斗' },
  inventory: { en: 'Keyturn: Inventory and price', 'zh-CN': 'Keyturn：货量与价格' },
  collections: { en: 'Keyturn: Collections', 'zh-CN': 'Keyturn：回款' },
  mortgage: { en: 'Keyturn: Mortgage', 'zh-CN': 'Keyturn：按揭' },
  handover: { en: 'Keyturn: Handover', 'zh-CN': 'Keyturn：交付' },
  title: { en: 'Keyturn: Title', 'zh-CN': 'Keyturn：产权' },
  service: { en: 'Keyturn: Service', 'zh-CN': 'Keyturn：客服' },
  team: { en: 'Keyturn: Team', 'zh-CN': 'Keyturn：团队' },
};

export const DASHBOARD_KEYS = Object.keys(DASHBOARDS) as DashboardKey[];

export type FoundDashboard = { id: string; title: string; pageLayoutId: string | null };

export type DashboardSituation = {
  key: DashboardKey;
  /** The layout's id in this workspace; null when the installation has none, as while it is under way. */
  layoutId: string | null;
  /** The dashboard that we made, or another that shows the layout; null when none is there. */
  found: FoundDashboard | null;
  /** An earlier run has made it. */
  wasMade: boolean;
  isAskedAgain: boolean;
};

export type DashboardPlan =
  | { do: 'MAKE'; layoutId: string }
  /** Keyturn was installed anew: what the dashboard showed is gone with the former installation. */
  | { do: 'LINK'; id: string; layoutId: string }
  | { do: 'NOTHING'; isRenamed: boolean }
  | { do: 'LEAVE'; why: 'DELETED' | 'NO_LAYOUT' };

export function planDashboard(situation: DashboardSituation): DashboardPlan {
  const { key, layoutId, found, wasMade, isAskedAgain } = situation;
  if (layoutId === null) return { do: 'LEAVE', why: 'NO_LAYOUT' };
  if (found !== null) {
    if (found.pageLayoutId !== layoutId) return { do: 'LINK', id: found.id, layoutId };
    return { do: 'NOTHING', isRenamed: !Object.values(DASHBOARDS[key]).includes(found.title) };
  }
  if (wasMade && !isAskedAgain) return { do: 'LEAVE', why: 'DELETED' };
  return { do: 'MAKE', layoutId };
}
